import { type MailTemplate } from './mail-text.js';

export const ur: MailTemplate = {
  subject: 'انوائس {{invoice_number}} – {{organization_name}}',
  message: 'السلام علیکم،\n\nہماری انوائس {{invoice_number}} اس ای میل کے ساتھ منسلک ہے۔',
};
