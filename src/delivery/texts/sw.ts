import { type MailTemplate } from './mail-text.js';

export const sw: MailTemplate = {
  subject: 'Ankara {{invoice_number}} kutoka {{organization_name}}',
  message: 'Habari,\n\nTafadhali pokea ankara yetu {{invoice_number}} iliyoambatishwa.',
};
