import { type MailTexts } from './mail-text.js';

export const sl: MailTexts = {
  subject: 'Račun {{invoice_number}} – {{organization_name}}',
  message: 'Pozdravljeni,\n\nv prilogi vam pošiljamo naš račun {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Pozdravljeni,\n\nv prilogi vam pošiljamo naslednji dokument: {{document_title}} {{invoice_number}}.',
  },
};
