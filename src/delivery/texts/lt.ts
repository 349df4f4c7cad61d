import { type MailTexts } from './mail-text.js';

export const lt: MailTexts = {
  subject: 'Sąskaita faktūra {{invoice_number}} – {{organization_name}}',
  message: 'Laba diena,\n\npridedame savo sąskaitą faktūrą {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message: 'Laba diena,\n\npridedame šį dokumentą: {{document_title}} {{invoice_number}}.',
  },
};
