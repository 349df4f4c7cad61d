import { type MailTemplate } from './mail-text.js';

export const nb: MailTemplate = {
  subject: 'Faktura {{invoice_number}} fra {{organization_name}}',
  message: 'Hei,\n\nVedlagt følger vår faktura {{invoice_number}}.',
};
