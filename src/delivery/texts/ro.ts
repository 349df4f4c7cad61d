import { type MailTexts } from './mail-text.js';

export const ro: MailTexts = {
  subject: 'Factura {{invoice_number}} de la {{organization_name}}',
  message: 'Bună ziua,\n\nVă transmitem atașat factura noastră {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} de la {{organization_name}}',
    message:
      'Bună ziua,\n\nVă transmitem atașat următorul document: {{document_title}} {{invoice_number}}.',
  },
};
