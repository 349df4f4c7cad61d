import { type MailTexts } from './mail-text.js';

export const th: MailTexts = {
  subject: 'ใบแจ้งหนี้ {{invoice_number}} จาก {{organization_name}}',
  message: 'เรียน ผู้เกี่ยวข้อง\n\nขอส่งใบแจ้งหนี้เลขที่ {{invoice_number}} ตามเอกสารแนบ',
  document: {
    subject: '{{document_title}} {{invoice_number}} จาก {{organization_name}}',
    message: 'เรียน ผู้เกี่ยวข้อง\n\nขอส่ง{{document_title}}เลขที่ {{invoice_number}} ตามเอกสารแนบ',
  },
};
