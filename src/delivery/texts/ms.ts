import { type MailTexts } from './mail-text.js';

export const ms: MailTexts = {
  subject: 'Invois {{invoice_number}} daripada {{organization_name}}',
  message: 'Tuan/Puan,\n\nDisertakan invois kami {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} daripada {{organization_name}}',
    message: 'Tuan/Puan,\n\nDisertakan dokumen berikut: {{document_title}} {{invoice_number}}.',
  },
};
