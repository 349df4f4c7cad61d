import { type MailTexts } from './mail-text.js';

export const mk: MailTexts = {
  subject: 'Фактура {{invoice_number}} од {{organization_name}}',
  message: 'Почитувани,\n\nво прилог Ви ја доставуваме нашата фактура {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} од {{organization_name}}',
    message:
      'Почитувани,\n\nво прилог Ви го доставуваме следниов документ: {{document_title}} {{invoice_number}}.',
  },
};
