import { type MailTemplate } from './mail-text.js';

export const de: MailTemplate = {
  subject: 'Rechnung {{invoice_number}} von {{organization_name}}',
  message: 'Guten Tag,\n\nanbei erhalten Sie unsere Rechnung {{invoice_number}}.',
};
