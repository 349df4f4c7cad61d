import { type MailTemplate } from './mail-text.js';

export const gl: MailTemplate = {
  subject: 'Factura {{invoice_number}} de {{organization_name}}',
  message: 'Ola:\n\nAchegamos a nosa factura {{invoice_number}}.',
};
