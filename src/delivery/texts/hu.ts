import { type MailTemplate } from './mail-text.js';

export const hu: MailTemplate = {
  subject: '{{invoice_number}} számú számla – {{organization_name}}',
  message: 'Tisztelt Címzett!\n\nMellékelten küldjük {{invoice_number}} számú számlánkat.',
};
