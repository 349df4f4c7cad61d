import { type MailTexts } from './mail-text.js';

export const af: MailTexts = {
  subject: 'Faktuur {{invoice_number}} van {{organization_name}}',
  message: 'Goeie dag,\n\nVind asseblief aangeheg ons faktuur {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} van {{organization_name}}',
    message: 'Goeie dag,\n\nAangeheg vind u: {{document_title}} {{invoice_number}}.',
  },
};
