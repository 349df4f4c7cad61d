import { type MailTemplate } from './mail-text.js';

export const es: MailTemplate = {
  subject: 'Factura {{invoice_number}} de {{organization_name}}',
  message: 'Hola:\n\nAdjuntamos nuestra factura {{invoice_number}}.',
};
