import { type MailTemplate } from './mail-text.js';

export const it: MailTemplate = {
  subject: 'Fattura {{invoice_number}} di {{organization_name}}',
  message: 'Buongiorno,\n\nin allegato trova la nostra fattura {{invoice_number}}.',
};
