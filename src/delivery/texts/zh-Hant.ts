import { type MailTexts } from './mail-text.js';

export const zhHant: MailTexts = {
  subject: '發票 {{invoice_number}}（{{organization_name}}）',
  message: '您好，\n\n隨信附上我們的發票 {{invoice_number}}，請查收。',
  document: {
    subject: '{{document_title}} {{invoice_number}}（{{organization_name}}）',
    message: '您好，\n\n隨信附上{{document_title}} {{invoice_number}}，請查收。',
  },
};
