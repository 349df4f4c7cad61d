import { type MailTexts } from './mail-text.js';

export const fi: MailTexts = {
  subject: 'Lasku {{invoice_number}} – {{organization_name}}',
  message: 'Hei,\n\nohessa laskumme {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message: 'Hei,\n\nohessa seuraava asiakirja: {{document_title}} {{invoice_number}}.',
  },
};
