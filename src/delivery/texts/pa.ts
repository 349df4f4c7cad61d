import { type MailTexts } from './mail-text.js';

export const pa: MailTexts = {
  subject: '{{organization_name}}: ਇਨਵੌਇਸ {{invoice_number}}',
  message: 'ਸਤ ਸ੍ਰੀ ਅਕਾਲ,\n\nਸਾਡਾ ਇਨਵੌਇਸ {{invoice_number}} ਇਸ ਈਮੇਲ ਨਾਲ ਨੱਥੀ ਹੈ।',
  document: {
    subject: '{{organization_name}}: {{document_title}} {{invoice_number}}',
    message: 'ਸਤ ਸ੍ਰੀ ਅਕਾਲ,\n\nਇਸ ਈਮੇਲ ਨਾਲ ਹੇਠਲਾ ਦਸਤਾਵੇਜ਼ ਨੱਥੀ ਹੈ: {{document_title}} {{invoice_number}}।',
  },
};
