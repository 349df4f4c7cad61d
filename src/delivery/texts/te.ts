import { type MailTemplate } from './mail-text.js';

export const te: MailTemplate = {
  subject: '{{organization_name}}: ఇన్\u200cవాయిస్ {{invoice_number}}',
  message: 'నమస్కారం,\n\nమా ఇన్\u200cవాయిస్ {{invoice_number}} ఈ ఇమెయిల్\u200cకు జోడించబడింది.',
};
