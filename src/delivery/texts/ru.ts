import { type MailTexts } from './mail-text.js';

export const ru: MailTexts = {
  subject: 'Счёт {{invoice_number}} – {{organization_name}}',
  message: 'Здравствуйте!\n\nВо вложении – наш счёт {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Здравствуйте!\n\nВо вложении – следующий документ: {{document_title}} {{invoice_number}}.',
  },
};
