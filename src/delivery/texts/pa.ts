import { type MailTemplate } from './mail-text.js';

export const pa: MailTemplate = {
  subject: '{{organization_name}}: ਇਨਵੌਇਸ {{invoice_number}}',
  message: 'ਸਤ ਸ੍ਰੀ ਅਕਾਲ,\n\nਸਾਡਾ ਇਨਵੌਇਸ {{invoice_number}} ਇਸ ਈਮੇਲ ਨਾਲ ਨੱਥੀ ਹੈ।',
};
