import { type MailTexts } from './mail-text.js';

export const ta: MailTexts = {
  subject: '{{organization_name}}: விலைப்பட்டியல் {{invoice_number}}',
  message: 'வணக்கம்,\n\nஎங்கள் விலைப்பட்டியல் {{invoice_number}} இந்த மின்னஞ்சலுடன் இணைக்கப்பட்டுள்ளது.',
  document: {
    subject: '{{organization_name}}: {{document_title}} {{invoice_number}}',
    message:
      'வணக்கம்,\n\nபின்வரும் ஆவணம் இந்த மின்னஞ்சலுடன் இணைக்கப்பட்டுள்ளது: {{document_title}} {{invoice_number}}.',
  },
};
