import { type MailTexts } from './mail-text.js';

export const es: MailTexts = {
  subject: 'Factura {{invoice_number}} de {{organization_name}}',
  message: 'Hola:\n\nAdjuntamos nuestra factura {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} de {{organization_name}}',
    message: 'Hola:\n\nAdjuntamos el siguiente documento: {{document_title}} {{invoice_number}}.',
  },
};
