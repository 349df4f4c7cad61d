import { type MailTexts } from './mail-text.js';

export const ar: MailTexts = {
  subject: 'فاتورة {{invoice_number}} من {{organization_name}}',
  message: 'تحية طيبة،\n\nتجدون مرفقًا فاتورتنا رقم {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} من {{organization_name}}',
    message: 'تحية طيبة،\n\nتجدون مرفقًا المستند التالي: {{document_title}} رقم {{invoice_number}}.',
  },
};
