import { type MailTemplate } from './mail-text.js';

export const srCyrl: MailTemplate = {
  subject: 'Фактура {{invoice_number}} – {{organization_name}}',
  message: 'Поштовани,\n\nу прилогу Вам достављамо нашу фактуру {{invoice_number}}.',
};
