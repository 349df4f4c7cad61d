import { type MailTemplate } from './mail-text.js';

export const mr: MailTemplate = {
  subject: '{{organization_name}}: इन्व्हॉइस {{invoice_number}}',
  message: 'नमस्कार,\n\nआमचे इन्व्हॉइस {{invoice_number}} या ईमेलसोबत जोडले आहे.',
};
