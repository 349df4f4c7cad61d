import { type MailTemplate } from './mail-text.js';

export const gu: MailTemplate = {
  subject: '{{organization_name}}: ઇન્વૉઇસ {{invoice_number}}',
  message: 'નમસ્તે,\n\nઅમારું ઇન્વૉઇસ {{invoice_number}} આ ઇમેઇલ સાથે જોડેલું છે.',
};
