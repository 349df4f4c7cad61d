import { type MailTexts } from './mail-text.js';

export const gu: MailTexts = {
  subject: '{{organization_name}}: ઇન્વૉઇસ {{invoice_number}}',
  message: 'નમસ્તે,\n\nઅમારું ઇન્વૉઇસ {{invoice_number}} આ ઇમેઇલ સાથે જોડેલું છે.',
  document: {
    subject: '{{organization_name}}: {{document_title}} {{invoice_number}}',
    message: 'નમસ્તે,\n\nઆ ઇમેઇલ સાથે નીચેનો દસ્તાવેજ જોડેલો છે: {{document_title}} {{invoice_number}}.',
  },
};
