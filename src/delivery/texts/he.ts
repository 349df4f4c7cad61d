import { type MailTemplate } from './mail-text.js';

export const he: MailTemplate = {
  subject: 'חשבונית {{invoice_number}} מאת {{organization_name}}',
  message: 'שלום רב,\n\nמצורפת החשבונית שלנו {{invoice_number}}.',
};
