import { type MailTemplate } from './mail-text.js';

export const hr: MailTemplate = {
  subject: 'Račun {{invoice_number}} – {{organization_name}}',
  message: 'Poštovani,\n\nu privitku Vam šaljemo naš račun {{invoice_number}}.',
};
