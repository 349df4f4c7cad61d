import { type MailTexts } from './mail-text.js';

export const ur: MailTexts = {
  subject: 'انوائس {{invoice_number}} – {{organization_name}}',
  message: 'السلام علیکم،\n\nہماری انوائس {{invoice_number}} اس ای میل کے ساتھ منسلک ہے۔',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'السلام علیکم،\n\nاس ای میل کے ساتھ درج ذیل دستاویز منسلک ہے: {{document_title}} {{invoice_number}}',
  },
};
