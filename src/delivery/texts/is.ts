import { type MailTexts } from './mail-text.js';

export const is: MailTexts = {
  subject: 'Reikningur {{invoice_number}} – {{organization_name}}',
  message: 'Góðan dag,\n\nMeðfylgjandi er reikningur okkar {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Góðan dag,\n\nMeðfylgjandi er eftirfarandi skjal: {{document_title}} {{invoice_number}}.',
  },
};
