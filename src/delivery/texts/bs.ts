import { type MailTemplate } from './mail-text.js';

export const bs: MailTemplate = {
  subject: 'Faktura {{invoice_number}} – {{organization_name}}',
  message: 'Poštovani,\n\nu prilogu Vam dostavljamo našu fakturu {{invoice_number}}.',
};
