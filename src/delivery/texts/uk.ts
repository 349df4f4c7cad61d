import { type MailTexts } from './mail-text.js';

export const uk: MailTexts = {
  subject: 'Рахунок {{invoice_number}} – {{organization_name}}',
  message: 'Добрий день!\n\nУ вкладенні – наш рахунок {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message: 'Добрий день!\n\nУ вкладенні – такий документ: {{document_title}} {{invoice_number}}.',
  },
};
