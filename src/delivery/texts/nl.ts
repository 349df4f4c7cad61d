import { type MailTexts } from './mail-text.js';

export const nl: MailTexts = {
  subject: 'Factuur {{invoice_number}} van {{organization_name}}',
  message: 'Goedendag,\n\nIn de bijlage vindt u onze factuur {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} van {{organization_name}}',
    message:
      'Goedendag,\n\nIn de bijlage vindt u het volgende document: {{document_title}} {{invoice_number}}.',
  },
};
