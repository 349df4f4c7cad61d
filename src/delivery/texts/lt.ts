import { type MailTemplate } from './mail-text.js';

export const lt: MailTemplate = {
  subject: 'Sąskaita faktūra {{invoice_number}} – {{organization_name}}',
  message: 'Laba diena,\n\npridedame savo sąskaitą faktūrą {{invoice_number}}.',
};
