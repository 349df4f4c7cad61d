import { type MailTexts } from './mail-text.js';

export const it: MailTexts = {
  subject: 'Fattura {{invoice_number}} di {{organization_name}}',
  message: 'Buongiorno,\n\nin allegato trova la nostra fattura {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} di {{organization_name}}',
    message:
      'Buongiorno,\n\nin allegato trova il seguente documento: {{document_title}} {{invoice_number}}.',
  },
};
