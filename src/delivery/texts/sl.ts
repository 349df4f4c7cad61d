import { type MailTemplate } from './mail-text.js';

export const sl: MailTemplate = {
  subject: 'Račun {{invoice_number}} – {{organization_name}}',
  message: 'Pozdravljeni,\n\nv prilogi vam pošiljamo naš račun {{invoice_number}}.',
};
