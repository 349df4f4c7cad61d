import { type MailTexts } from './mail-text.js';

export const sk: MailTexts = {
  subject: 'Faktúra {{invoice_number}} – {{organization_name}}',
  message: 'Dobrý deň,\n\nv prílohe Vám zasielame faktúru {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Dobrý deň,\n\nv prílohe Vám zasielame tento dokument: {{document_title}} {{invoice_number}}.',
  },
};
