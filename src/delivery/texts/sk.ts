import { type MailTemplate } from './mail-text.js';

export const sk: MailTemplate = {
  subject: 'Faktúra {{invoice_number}} – {{organization_name}}',
  message: 'Dobrý deň,\n\nv prílohe Vám zasielame faktúru {{invoice_number}}.',
};
