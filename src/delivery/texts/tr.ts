import { type MailTexts } from './mail-text.js';

export const tr: MailTexts = {
  subject: 'Fatura {{invoice_number}} – {{organization_name}}',
  message: 'Merhaba,\n\n{{invoice_number}} numaralı faturamız ektedir.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message: 'Merhaba,\n\nŞu belge ektedir: {{document_title}} {{invoice_number}}.',
  },
};
