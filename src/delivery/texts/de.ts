import { type MailTexts } from './mail-text.js';

export const de: MailTexts = {
  subject: 'Rechnung {{invoice_number}} von {{organization_name}}',
  message: 'Guten Tag,\n\nanbei erhalten Sie unsere Rechnung {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} von {{organization_name}}',
    message: 'Guten Tag,\n\nanbei erhalten Sie: {{document_title}} {{invoice_number}}.',
  },
};
