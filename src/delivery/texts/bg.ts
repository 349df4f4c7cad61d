import { type MailTexts } from './mail-text.js';

export const bg: MailTexts = {
  subject: 'Фактура {{invoice_number}} от {{organization_name}}',
  message: 'Здравейте,\n\nприложено Ви изпращаме нашата фактура {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} от {{organization_name}}',
    message:
      'Здравейте,\n\nприложено Ви изпращаме следния документ: {{document_title}} {{invoice_number}}.',
  },
};
