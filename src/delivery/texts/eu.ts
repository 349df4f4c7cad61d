import { type MailTemplate } from './mail-text.js';

export const eu: MailTemplate = {
  subject: '{{invoice_number}} faktura – {{organization_name}}',
  message: 'Kaixo,\n\nErantsita doakizu gure {{invoice_number}} faktura.',
};
