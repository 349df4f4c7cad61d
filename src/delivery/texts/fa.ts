import { type MailTexts } from './mail-text.js';

export const fa: MailTexts = {
  subject: 'فاکتور {{invoice_number}} از {{organization_name}}',
  message: 'با سلام،\n\nفاکتور {{invoice_number}} به پیوست ارسال می\u200cشود.',
  document: {
    subject: '{{document_title}} {{invoice_number}} از {{organization_name}}',
    message:
      'با سلام،\n\nسند زیر به پیوست ارسال می\u200cشود: {{document_title}} {{invoice_number}}.',
  },
};
