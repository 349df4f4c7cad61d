import { type MailTemplate } from './mail-text.js';

export const tr: MailTemplate = {
  subject: 'Fatura {{invoice_number}} – {{organization_name}}',
  message: 'Merhaba,\n\n{{invoice_number}} numaralı faturamız ektedir.',
};
