import { type MailTexts } from './mail-text.js';

export const mt: MailTexts = {
  subject: 'Fattura {{invoice_number}} mingħand {{organization_name}}',
  message: 'Bonġu,\n\nMehmuża ssib il-fattura tagħna {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} mingħand {{organization_name}}',
    message: 'Bonġu,\n\nMehmuż issib id-dokument li ġej: {{document_title}} {{invoice_number}}.',
  },
};
