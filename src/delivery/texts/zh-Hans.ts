import { type MailTemplate } from './mail-text.js';

export const zhHans: MailTemplate = {
  subject: '发票 {{invoice_number}}（{{organization_name}}）',
  message: '您好，\n\n随信附上我们的发票 {{invoice_number}}，请查收。',
};
