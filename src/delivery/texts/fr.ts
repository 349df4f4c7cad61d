import { type MailTemplate } from './mail-text.js';

export const fr: MailTemplate = {
  subject: 'Facture {{invoice_number}} de {{organization_name}}',
  message: 'Bonjour,\n\nVeuillez trouver ci-joint notre facture {{invoice_number}}.',
};
