import { type MailTemplate } from './mail-text.js';

export const af: MailTemplate = {
  subject: 'Faktuur {{invoice_number}} van {{organization_name}}',
  message: 'Goeie dag,\n\nVind asseblief aangeheg ons faktuur {{invoice_number}}.',
};
