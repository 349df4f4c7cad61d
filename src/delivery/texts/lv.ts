import { type MailTexts } from './mail-text.js';

export const lv: MailTexts = {
  subject: 'Rēķins {{invoice_number}} – {{organization_name}}',
  message: 'Labdien!\n\nPielikumā nosūtām savu rēķinu {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message: 'Labdien!\n\nPielikumā nosūtām šādu dokumentu: {{document_title}} {{invoice_number}}.',
  },
};
