import { type MailTexts } from './mail-text.js';

export const he: MailTexts = {
  subject: 'חשבונית {{invoice_number}} מאת {{organization_name}}',
  message: 'שלום רב,\n\nמצורפת החשבונית שלנו {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} מאת {{organization_name}}',
    message: 'שלום רב,\n\nמצורף המסמך הבא: {{document_title}} {{invoice_number}}.',
  },
};
