import { type MailTexts } from './mail-text.js';

export const pl: MailTexts = {
  subject: 'Faktura {{invoice_number}} – {{organization_name}}',
  message: 'Dzień dobry,\n\nw załączniku przesyłamy fakturę {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Dzień dobry,\n\nw załączniku przesyłamy następujący dokument: {{document_title}} {{invoice_number}}.',
  },
};
