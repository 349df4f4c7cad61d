import { type MailTemplate } from './mail-text.js';

export const ja: MailTemplate = {
  subject: '請求書 {{invoice_number}}（{{organization_name}}）',
  message:
    'いつもお世話になっております。\n\n請求書 {{invoice_number}} を添付いたします。ご確認のほどよろしくお願いいたします。',
};
