import { type MailTexts } from './mail-text.js';

export const sq: MailTexts = {
  subject: 'Fatura {{invoice_number}} nga {{organization_name}}',
  message: 'Përshëndetje,\n\nBashkëngjitur gjeni faturën tonë {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} nga {{organization_name}}',
    message:
      'Përshëndetje,\n\nBashkëngjitur gjeni dokumentin e mëposhtëm: {{document_title}} {{invoice_number}}.',
  },
};
