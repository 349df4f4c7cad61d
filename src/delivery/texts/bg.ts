import { type MailTemplate } from './mail-text.js';

export const bg: MailTemplate = {
  subject: 'Фактура {{invoice_number}} от {{organization_name}}',
  message: 'Здравейте,\n\nприложено Ви изпращаме нашата фактура {{invoice_number}}.',
};
