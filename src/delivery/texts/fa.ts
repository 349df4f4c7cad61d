import { type MailTemplate } from './mail-text.js';

export const fa: MailTemplate = {
  subject: 'فاکتور {{invoice_number}} از {{organization_name}}',
  message: 'با سلام،\n\nفاکتور {{invoice_number}} به پیوست ارسال می\u200cشود.',
};
