import { type MailTemplate } from './mail-text.js';

export const ptBR: MailTemplate = {
  subject: 'Fatura {{invoice_number}} de {{organization_name}}',
  message: 'Olá,\n\nSegue em anexo a nossa fatura {{invoice_number}}.',
};
