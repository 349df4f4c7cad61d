import { type MailTemplate } from './mail-text.js';

export const cy: MailTemplate = {
  subject: 'Anfoneb {{invoice_number}} gan {{organization_name}}',
  message: 'Helo,\n\nGweler ein hanfoneb {{invoice_number}} ynghlwm.',
};
