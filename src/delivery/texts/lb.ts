import { type MailTexts } from './mail-text.js';

export const lb: MailTexts = {
  subject: 'Rechnung {{invoice_number}} vun {{organization_name}}',
  message: 'Moien,\n\nam Unhang fannt Dir eis Rechnung {{invoice_number}}.',
  document: {
    subject: '{{document_title}} {{invoice_number}} vun {{organization_name}}',
    message: 'Moien,\n\nam Unhang fannt Dir: {{document_title}} {{invoice_number}}.',
  },
};
