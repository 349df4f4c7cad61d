import { type MailTemplate } from './mail-text.js';

export const is: MailTemplate = {
  subject: 'Reikningur {{invoice_number}} – {{organization_name}}',
  message: 'Góðan dag,\n\nMeðfylgjandi er reikningur okkar {{invoice_number}}.',
};
