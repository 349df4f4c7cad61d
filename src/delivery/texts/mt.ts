import { type MailTemplate } from './mail-text.js';

export const mt: MailTemplate = {
  subject: 'Fattura {{invoice_number}} mingħand {{organization_name}}',
  message: 'Bonġu,\n\nMehmuża ssib il-fattura tagħna {{invoice_number}}.',
};
