import { type MailTemplate } from './mail-text.js';

export const zhHant: MailTemplate = {
  subject: '發票 {{invoice_number}}（{{organization_name}}）',
  message: '您好，\n\n隨信附上我們的發票 {{invoice_number}}，請查收。',
};
