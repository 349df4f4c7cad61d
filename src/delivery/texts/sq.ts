import { type MailTemplate } from './mail-text.js';

export const sq: MailTemplate = {
  subject: 'Fatura {{invoice_number}} nga {{organization_name}}',
  message: 'Përshëndetje,\n\nBashkëngjitur gjeni faturën tonë {{invoice_number}}.',
};
