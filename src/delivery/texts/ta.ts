import { type MailTemplate } from './mail-text.js';

export const ta: MailTemplate = {
  subject: '{{organization_name}}: விலைப்பட்டியல் {{invoice_number}}',
  message: 'வணக்கம்,\n\nஎங்கள் விலைப்பட்டியல் {{invoice_number}} இந்த மின்னஞ்சலுடன் இணைக்கப்பட்டுள்ளது.',
};
