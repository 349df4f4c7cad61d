import { type MailTexts } from './mail-text.js';

export const en: MailTexts = {
  subject: 'Invoice {{invoice_number}} from {{organization_name}}',
  message: 'Hello,\n\nplease find attached our invoice {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} from {{organization_name}}',
    message: 'Hello,\n\nplease find attached: {{document_title}} {{invoice_number}}.',
  },
};
