import { type MailTemplate } from './mail-text.js';

export const fil: MailTemplate = {
  subject: 'Invoice {{invoice_number}} mula sa {{organization_name}}',
  message: 'Magandang araw,\n\nKalakip po ang aming invoice {{invoice_number}}.',
};
