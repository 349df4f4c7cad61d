import { type MailTemplate } from './mail-text.js';

export const uk: MailTemplate = {
  subject: 'Рахунок {{invoice_number}} – {{organization_name}}',
  message: 'Добрий день!\n\nУ вкладенні – наш рахунок {{invoice_number}}.',
};
