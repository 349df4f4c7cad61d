import { type MailTexts } from './mail-text.js';

export const sw: MailTexts = {
  subject: 'Ankara {{invoice_number}} kutoka {{organization_name}}',
  message: 'Habari,\n\nTafadhali pokea ankara yetu {{invoice_number}} iliyoambatishwa.',
  document: {
    subject: '{{document_title}} {{invoice_number}} kutoka {{organization_name}}',
    message:
      'Habari,\n\nTafadhali pokea hati ifuatayo iliyoambatishwa: {{document_title}} {{invoice_number}}.',
  },
};
