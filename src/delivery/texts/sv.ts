import { type MailTemplate } from './mail-text.js';

export const sv: MailTemplate = {
  subject: 'Faktura {{invoice_number}} från {{organization_name}}',
  message: 'Hej,\n\nvår faktura {{invoice_number}} är bifogad.',
};
