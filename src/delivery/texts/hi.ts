import { type MailTemplate } from './mail-text.js';

export const hi: MailTemplate = {
  subject: '{{organization_name}}: इनवॉइस {{invoice_number}}',
  message: 'नमस्ते,\n\nहमारा इनवॉइस {{invoice_number}} इस ईमेल के साथ संलग्न है।',
};
