import { type MailTemplate } from './mail-text.js';

export const lv: MailTemplate = {
  subject: 'Rēķins {{invoice_number}} – {{organization_name}}',
  message: 'Labdien!\n\nPielikumā nosūtām savu rēķinu {{invoice_number}}.',
};
