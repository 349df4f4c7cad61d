import { type MailTemplate } from './mail-text.js';

export const et: MailTemplate = {
  subject: 'Arve {{invoice_number}} – {{organization_name}}',
  message: 'Tere\n\nManuses on meie arve {{invoice_number}}.',
};
