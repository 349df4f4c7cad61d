import { type MailTexts } from './mail-text.js';

export const zhHans: MailTexts = {
  subject: '发票 {{invoice_number}}（{{organization_name}}）',
  message: '您好，\n\n随信附上我们的发票 {{invoice_number}}，请查收。',
  document: {
    subject: '{{document_title}} {{invoice_number}}（{{organization_name}}）',
    message: '您好，\n\n随信附上{{document_title}} {{invoice_number}}，请查收。',
  },
};
