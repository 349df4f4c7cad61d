import { type MailTexts } from './mail-text.js';

export const cy: MailTexts = {
  subject: 'Anfoneb {{invoice_number}} gan {{organization_name}}',
  message: 'Helo,\n\nGweler ein hanfoneb {{invoice_number}} ynghlwm.',
  document: {
    subject: '{{document_title}} {{invoice_number}} gan {{organization_name}}',
    message: 'Helo,\n\nGweler y ddogfen ganlynol ynghlwm: {{document_title}} {{invoice_number}}.',
  },
};
