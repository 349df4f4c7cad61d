import { type MailTemplate } from './mail-text.js';

export const el: MailTemplate = {
  subject: 'Τιμολόγιο {{invoice_number}} – {{organization_name}}',
  message: 'Γεια σας,\n\nΣας επισυνάπτουμε το τιμολόγιό μας {{invoice_number}}.',
};
