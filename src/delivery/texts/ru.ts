import { type MailTemplate } from './mail-text.js';

export const ru: MailTemplate = {
  subject: 'Счёт {{invoice_number}} – {{organization_name}}',
  message: 'Здравствуйте!\n\nВо вложении – наш счёт {{invoice_number}}.',
};
