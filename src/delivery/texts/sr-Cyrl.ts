import { type MailTexts } from './mail-text.js';

export const srCyrl: MailTexts = {
  subject: 'Фактура {{invoice_number}} – {{organization_name}}',
  message: 'Поштовани,\n\nу прилогу Вам достављамо нашу фактуру {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Поштовани,\n\nу прилогу Вам достављамо следећи документ: {{document_title}} {{invoice_number}}.',
  },
};
