import { type MailTexts } from './mail-text.js';

export const vi: MailTexts = {
  subject: 'Hóa đơn {{invoice_number}} từ {{organization_name}}',
  message:
    'Kính chào Quý khách,\n\nChúng tôi xin gửi hóa đơn {{invoice_number}} trong tệp đính kèm.',
  document: {
    subject: '{{document_title}} {{invoice_number}} từ {{organization_name}}',
    message:
      'Kính chào Quý khách,\n\nChúng tôi xin gửi tài liệu sau trong tệp đính kèm: {{document_title}} {{invoice_number}}.',
  },
};
