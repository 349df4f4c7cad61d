import { type MailTemplate } from './mail-text.js';

export const fi: MailTemplate = {
  subject: 'Lasku {{invoice_number}} – {{organization_name}}',
  message: 'Hei,\n\nohessa laskumme {{invoice_number}}.',
};
