import { type MailTexts } from './mail-text.js';

export const ga: MailTexts = {
  subject: 'Sonrasc {{invoice_number}} ó {{organization_name}}',
  message: 'A chara,\n\nTá ár sonrasc {{invoice_number}} ceangailte leis an ríomhphost seo.',
  document: {
    subject: '{{document_title}} {{invoice_number}} ó {{organization_name}}',
    message:
      'A chara,\n\nTá an doiciméad seo a leanas ceangailte leis an ríomhphost seo: {{document_title}} {{invoice_number}}.',
  },
};
