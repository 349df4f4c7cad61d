import { type MailTemplate } from './mail-text.js';

export const hy: MailTemplate = {
  subject: 'Հաշիվ {{invoice_number}} – {{organization_name}}',
  message: 'Բարև Ձեզ,\n\nԿից ուղարկում ենք մեր {{invoice_number}} հաշիվը։',
};
