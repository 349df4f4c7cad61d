import { type MailTexts } from './mail-text.js';

export const el: MailTexts = {
  subject: 'Τιμολόγιο {{invoice_number}} – {{organization_name}}',
  message: 'Γεια σας,\n\nΣας επισυνάπτουμε το τιμολόγιό μας {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Γεια σας,\n\nΣας επισυνάπτουμε το ακόλουθο έγγραφο: {{document_title}} {{invoice_number}}.',
  },
};
