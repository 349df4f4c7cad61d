import { type MailTemplate } from './mail-text.js';

export const en: MailTemplate = {
  subject: 'Invoice {{invoice_number}} from {{organization_name}}',
  message: 'Hello,\n\nplease find attached our invoice {{invoice_number}}.',
};
