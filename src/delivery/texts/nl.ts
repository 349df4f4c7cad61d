import { type MailTemplate } from './mail-text.js';

export const nl: MailTemplate = {
  subject: 'Factuur {{invoice_number}} van {{organization_name}}',
  message: 'Goedendag,\n\nIn de bijlage vindt u onze factuur {{invoice_number}}.',
};
