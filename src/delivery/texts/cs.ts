import { type MailTemplate } from './mail-text.js';

export const cs: MailTemplate = {
  subject: 'Faktura {{invoice_number}} – {{organization_name}}',
  message: 'Dobrý den,\n\nv příloze Vám zasíláme fakturu {{invoice_number}}.',
};
