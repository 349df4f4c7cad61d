import { type MailTemplate } from './mail-text.js';

export const mk: MailTemplate = {
  subject: 'Фактура {{invoice_number}} од {{organization_name}}',
  message: 'Почитувани,\n\nво прилог Ви ја доставуваме нашата фактура {{invoice_number}}.',
};
