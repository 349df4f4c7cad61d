import { type MailTemplate } from './mail-text.js';

export const ka: MailTemplate = {
  subject: 'ინვოისი {{invoice_number}} – {{organization_name}}',
  message: 'გამარჯობა,\n\nგიგზავნით ჩვენს ინვოისს {{invoice_number}} (იხ. დანართი).',
};
