import { type MailTemplate } from './mail-text.js';

export const id: MailTemplate = {
  subject: 'Faktur {{invoice_number}} dari {{organization_name}}',
  message: 'Dengan hormat,\n\nTerlampir faktur kami {{invoice_number}}.',
};
