import { type MailTexts } from './mail-text.js';

export const te: MailTexts = {
  subject: '{{organization_name}}: ఇన్\u200cవాయిస్ {{invoice_number}}',
  message: 'నమస్కారం,\n\nమా ఇన్\u200cవాయిస్ {{invoice_number}} ఈ ఇమెయిల్\u200cకు జోడించబడింది.',
  document: {
    subject: '{{organization_name}}: {{document_title}} {{invoice_number}}',
    message:
      'నమస్కారం,\n\nఈ క్రింది పత్రం ఈ ఇమెయిల్\u200cకు జోడించబడింది: {{document_title}} {{invoice_number}}.',
  },
};
