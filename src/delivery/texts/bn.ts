import { type MailTemplate } from './mail-text.js';

export const bn: MailTemplate = {
  subject: '{{organization_name}}: ইনভয়েস {{invoice_number}}',
  message: 'প্রিয় মহোদয়/মহোদয়া,\n\nআমাদের ইনভয়েস {{invoice_number}} এই ইমেইলের সঙ্গে সংযুক্ত করা হলো।',
};
