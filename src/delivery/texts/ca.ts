import { type MailTexts } from './mail-text.js';

export const ca: MailTexts = {
  subject: 'Factura {{invoice_number}} de {{organization_name}}',
  message: 'Bon dia,\n\nUs adjuntem la nostra factura {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} de {{organization_name}}',
    message: 'Bon dia,\n\nUs adjuntem el document següent: {{document_title}} {{invoice_number}}.',
  },
};
