import { type MailTemplate } from './mail-text.js';

export const ro: MailTemplate = {
  subject: 'Factura {{invoice_number}} de la {{organization_name}}',
  message: 'Bună ziua,\n\nVă transmitem atașat factura noastră {{invoice_number}}.',
};
