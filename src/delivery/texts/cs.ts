import { type MailTexts } from './mail-text.js';

export const cs: MailTexts = {
  subject: 'Faktura {{invoice_number}} – {{organization_name}}',
  message: 'Dobrý den,\n\nv příloze Vám zasíláme fakturu {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Dobrý den,\n\nv příloze Vám zasíláme tento dokument: {{document_title}} {{invoice_number}}.',
  },
};
