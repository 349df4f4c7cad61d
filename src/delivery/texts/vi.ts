import { type MailTemplate } from './mail-text.js';

export const vi: MailTemplate = {
  subject: 'Hóa đơn {{invoice_number}} từ {{organization_name}}',
  message:
    'Kính chào Quý khách,\n\nChúng tôi xin gửi hóa đơn {{invoice_number}} trong tệp đính kèm.',
};
