import { type MailTexts } from './mail-text.js';

export const ka: MailTexts = {
  subject: 'ინვოისი {{invoice_number}} – {{organization_name}}',
  message: 'გამარჯობა,\n\nგიგზავნით ჩვენს ინვოისს {{invoice_number}} (იხ. დანართი).',
  document: {
    subject: '{{document_title}} {{invoice_number}} – {{organization_name}}',
    message:
      'გამარჯობა,\n\nგიგზავნით შემდეგ დოკუმენტს (იხ. დანართი): {{document_title}} {{invoice_number}}.',
  },
};
