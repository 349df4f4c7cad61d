import { type MailTemplate } from './mail-text.js';

export const pt: MailTemplate = {
  subject: 'Fatura {{invoice_number}} de {{organization_name}}',
  message: 'Bom dia,\n\nEnviamos em anexo a nossa fatura {{invoice_number}}.',
};
