import { type MailTemplate } from './mail-text.js';

export const ga: MailTemplate = {
  subject: 'Sonrasc {{invoice_number}} ó {{organization_name}}',
  message: 'A chara,\n\nTá ár sonrasc {{invoice_number}} ceangailte leis an ríomhphost seo.',
};
