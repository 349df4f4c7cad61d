import { type MailTexts } from './mail-text.js';

export const id: MailTexts = {
  subject: 'Faktur {{invoice_number}} dari {{organization_name}}',
  message: 'Dengan hormat,\n\nTerlampir faktur kami {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} dari {{organization_name}}',
    message: 'Dengan hormat,\n\nTerlampir dokumen berikut: {{document_title}} {{invoice_number}}.',
  },
};
