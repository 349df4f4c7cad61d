import { type MailTexts } from './mail-text.js';

export const mr: MailTexts = {
  subject: '{{organization_name}}: इन्व्हॉइस {{invoice_number}}',
  message: 'नमस्कार,\n\nआमचे इन्व्हॉइस {{invoice_number}} या ईमेलसोबत जोडले आहे.',
  document: {
    subject: '{{organization_name}}: {{document_title}} {{invoice_number}}',
    message: 'नमस्कार,\n\nया ईमेलसोबत पुढील दस्तऐवज जोडला आहे: {{document_title}} {{invoice_number}}.',
  },
};
