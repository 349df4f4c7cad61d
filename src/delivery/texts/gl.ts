import { type MailTexts } from './mail-text.js';

export const gl: MailTexts = {
  subject: 'Factura {{invoice_number}} de {{organization_name}}',
  message: 'Ola:\n\nAchegamos a nosa factura {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} de {{organization_name}}',
    message: 'Ola:\n\nAchegamos o seguinte documento: {{document_title}} {{invoice_number}}.',
  },
};
