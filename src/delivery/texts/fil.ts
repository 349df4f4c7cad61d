import { type MailTexts } from './mail-text.js';

export const fil: MailTexts = {
  subject: 'Invoice {{invoice_number}} mula sa {{organization_name}}',
  message: 'Magandang araw,\n\nKalakip po ang aming invoice {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} mula sa {{organization_name}}',
    message:
      'Magandang araw,\n\nKalakip po ang dokumentong ito: {{document_title}} {{invoice_number}}.',
  },
};
