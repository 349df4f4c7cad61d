import { type MailTexts } from './mail-text.js';

export const ko: MailTexts = {
  subject: '{{organization_name}} 청구서 {{invoice_number}}',
  message: '안녕하세요.\n\n첨부된 청구서 {{invoice_number}} 확인 부탁드립니다.',
  document: {
    subject: '{{organization_name}} {{document_title}} {{invoice_number}}',
    message: '안녕하세요.\n\n첨부된 {{document_title}} {{invoice_number}} 확인 부탁드립니다.',
  },
};
