import { type MailTemplate } from './mail-text.js';

export const pl: MailTemplate = {
  subject: 'Faktura {{invoice_number}} – {{organization_name}}',
  message: 'Dzień dobry,\n\nw załączniku przesyłamy fakturę {{invoice_number}}.',
};
