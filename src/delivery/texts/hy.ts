import { type MailTexts } from './mail-text.js';

export const hy: MailTexts = {
  subject: 'Հաշիվ {{invoice_number}} – {{organization_name}}',
  message: 'Բարև Ձեզ,\n\nԿից ուղարկում ենք մեր {{invoice_number}} հաշիվը։',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Բարև Ձեզ,\n\nԿից ուղարկում ենք հետևյալ փաստաթուղթը՝ {{document_title}} {{invoice_number}}։',
  },
};
