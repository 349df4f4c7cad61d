import { type MailTexts } from './mail-text.js';

export const nb: MailTexts = {
  subject: 'Faktura {{invoice_number}} fra {{organization_name}}',
  message: 'Hei,\n\nVedlagt følger vår faktura {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} fra {{organization_name}}',
    message: 'Hei,\n\nVedlagt følger: {{document_title}} {{invoice_number}}.',
  },
};
