import { type MailTexts } from './mail-text.js';

export const hu: MailTexts = {
  subject: '{{invoice_number}} számú számla – {{organization_name}}',
  message: 'Tisztelt Címzett!\n\nMellékelten küldjük {{invoice_number}} számú számlánkat.',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'Tisztelt Címzett!\n\nMellékelten küldjük a következő dokumentumot: {{document_title}} {{invoice_number}}.',
  },
};
