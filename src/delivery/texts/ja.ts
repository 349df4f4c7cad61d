import { type MailTexts } from './mail-text.js';

export const ja: MailTexts = {
  subject: '請求書 {{invoice_number}}（{{organization_name}}）',
  message:
    'いつもお世話になっております。\n\n請求書 {{invoice_number}} を添付いたします。ご確認のほどよろしくお願いいたします。',
  document: {
    subject: '{{document_title}} {{invoice_number}}（{{organization_name}}）',
    message:
      'いつもお世話になっております。\n\n{{document_title}} {{invoice_number}} を添付いたします。ご確認のほどよろしくお願いいたします。',
  },
};
