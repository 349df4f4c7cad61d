import { type MailTexts } from './mail-text.js';

export const et: MailTexts = {
  subject: 'Arve {{invoice_number}} – {{organization_name}}',
  message: 'Tere\n\nManuses on meie arve {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message: 'Tere\n\nManuses on järgmine dokument: {{document_title}} {{invoice_number}}.',
  },
};
