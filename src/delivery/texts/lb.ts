import { type MailTemplate } from './mail-text.js';

export const lb: MailTemplate = {
  subject: 'Rechnung {{invoice_number}} vun {{organization_name}}',
  message: 'Moien,\n\nam Unhang fannt Dir eis Rechnung {{invoice_number}}.',
};
