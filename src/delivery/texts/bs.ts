import { type MailTexts } from './mail-text.js';

export const bs: MailTexts = {
  subject: 'Faktura {{invoice_number}} – {{organization_name}}',
  message: 'Poštovani,\n\nu prilogu Vam dostavljamo našu fakturu {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Poštovani,\n\nu prilogu Vam dostavljamo sljedeći dokument: {{document_title}} {{invoice_number}}.',
  },
};
