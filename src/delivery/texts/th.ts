import { type MailTemplate } from './mail-text.js';

export const th: MailTemplate = {
  subject: 'ใบแจ้งหนี้ {{invoice_number}} จาก {{organization_name}}',
  message: 'เรียน ผู้เกี่ยวข้อง\n\nขอส่งใบแจ้งหนี้เลขที่ {{invoice_number}} ตามเอกสารแนบ',
};
