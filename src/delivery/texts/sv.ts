import { type MailTexts } from './mail-text.js';

export const sv: MailTexts = {
  subject: 'Faktura {{invoice_number}} från {{organization_name}}',
  message: 'Hej,\n\nvår faktura {{invoice_number}} är bifogad.',
  document: {
    subject: '{{document_title}} {{invoice_number}} från {{organization_name}}',
    message: 'Hej,\n\nföljande dokument är bifogat: {{document_title}} {{invoice_number}}.',
  },
};
