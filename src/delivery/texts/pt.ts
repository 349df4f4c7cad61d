import { type MailTexts } from './mail-text.js';

export const pt: MailTexts = {
  subject: 'Fatura {{invoice_number}} de {{organization_name}}',
  message: 'Bom dia,\n\nEnviamos em anexo a nossa fatura {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} de {{organization_name}}',
    message:
      'Bom dia,\n\nEnviamos em anexo o seguinte documento: {{document_title}} {{invoice_number}}.',
  },
};
