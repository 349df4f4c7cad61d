import { type MailTexts } from './mail-text.js';

export const hi: MailTexts = {
  subject: '{{organization_name}}: इनवॉइस {{invoice_number}}',
  message: 'नमस्ते,\n\nहमारा इनवॉइस {{invoice_number}} इस ईमेल के साथ संलग्न है।',
  document: {
    subject: '{{organization_name}}: {{document_title}} {{invoice_number}}',
    message:
      'नमस्ते,\n\nइस ईमेल के साथ निम्नलिखित दस्तावेज़ संलग्न है: {{document_title}} {{invoice_number}}।',
  },
};
