import { type MailTexts } from './mail-text.js';

export const bn: MailTexts = {
  subject: '{{organization_name}}: ইনভয়েস {{invoice_number}}',
  message: 'প্রিয় মহোদয়/মহোদয়া,\n\nআমাদের ইনভয়েস {{invoice_number}} এই ইমেইলের সঙ্গে সংযুক্ত করা হলো।',
  document: {
    subject: '{{organization_name}}: {{document_title}} {{invoice_number}}',
    message:
      'প্রিয় মহোদয়/মহোদয়া,\n\nএই ইমেইলের সঙ্গে নিচের নথিটি সংযুক্ত করা হলো: {{document_title}} {{invoice_number}}।',
  },
};
