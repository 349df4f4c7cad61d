import { type MailTemplate } from './mail-text.js';

export const ca: MailTemplate = {
  subject: 'Factura {{invoice_number}} de {{organization_name}}',
  message: 'Bon dia,\n\nUs adjuntem la nostra factura {{invoice_number}}.',
};
