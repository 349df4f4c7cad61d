import { type MailTexts } from './mail-text.js';

export const fr: MailTexts = {
  subject: 'Facture {{invoice_number}} de {{organization_name}}',
  message: 'Bonjour,\n\nVeuillez trouver ci-joint notre facture {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} de {{organization_name}}',
    message:
      'Bonjour,\n\nVeuillez trouver ci-joint le document suivant\u00a0: {{document_title}} {{invoice_number}}.',
  },
};
