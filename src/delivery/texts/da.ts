import { type MailTexts } from './mail-text.js';

export const da: MailTexts = {
  subject: 'Faktura {{invoice_number}} fra {{organization_name}}',
  message: 'Hej\n\nVedhæftet finder du vores faktura {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} fra {{organization_name}}',
    message: 'Hej\n\nVedhæftet finder du: {{document_title}} {{invoice_number}}.',
  },
};
