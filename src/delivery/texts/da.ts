import { type MailTemplate } from './mail-text.js';

export const da: MailTemplate = {
  subject: 'Faktura {{invoice_number}} fra {{organization_name}}',
  message: 'Hej\n\nVedhæftet finder du vores faktura {{invoice_number}}.',
};
