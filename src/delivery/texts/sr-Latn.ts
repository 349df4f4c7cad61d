import { type MailTexts } from './mail-text.js';

export const srLatn: MailTexts = {
  subject: 'Faktura {{invoice_number}} – {{organization_name}}',
  message: 'Poštovani,\n\nu prilogu Vam dostavljamo našu fakturu {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Poštovani,\n\nu prilogu Vam dostavljamo sledeći dokument: {{document_title}} {{invoice_number}}.',
  },
};
