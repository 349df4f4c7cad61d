import { type MailTemplate } from './mail-text.js';

export const ms: MailTemplate = {
  subject: 'Invois {{invoice_number}} daripada {{organization_name}}',
  message: 'Tuan/Puan,\n\nDisertakan invois kami {{invoice_number}}.',
};
