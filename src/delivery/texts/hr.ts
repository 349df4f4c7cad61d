import { type MailTexts } from './mail-text.js';

export const hr: MailTexts = {
  subject: 'Račun {{invoice_number}} – {{organization_name}}',
  message: 'Poštovani,\n\nu privitku Vam šaljemo naš račun {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Poštovani,\n\nu privitku Vam šaljemo sljedeći dokument: {{document_title}} {{invoice_number}}.',
  },
};
