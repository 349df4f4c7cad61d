import { type MailTemplate } from './mail-text.js';

export const ar: MailTemplate = {
  subject: 'فاتورة {{invoice_number}} من {{organization_name}}',
  message: 'تحية طيبة،\n\nتجدون مرفقًا فاتورتنا رقم {{invoice_number}}.',
};
