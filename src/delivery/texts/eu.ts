import { type MailTexts } from './mail-text.js';

export const eu: MailTexts = {
  subject: '{{invoice_number}} faktura – {{organization_name}}',
  message: 'Kaixo,\n\nErantsita doakizu gure {{invoice_number}} faktura.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message: 'Kaixo,\n\nErantsita doakizu dokumentu hau: {{document_title}} {{invoice_number}}.',
  },
};
