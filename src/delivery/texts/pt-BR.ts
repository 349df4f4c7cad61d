import { type MailTexts } from './mail-text.js';

export const ptBR: MailTexts = {
  subject: 'Fatura {{invoice_number}} de {{organization_name}}',
  message: 'Olá,\n\nSegue em anexo a nossa fatura {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} de {{organization_name}}',
    message: 'Olá,\n\nSegue em anexo o seguinte documento: {{document_title}} {{invoice_number}}.',
  },
};
