import { type RenderedMailDto } from './dto/rendered-mail.dto.js';
import { directionOf, invoiceMailText, type MailedInvoice } from './invoice-mail-text.js';
import { type MailTemplate } from './texts/mail-text.js';

/** A mail of an invoice as somebody looks at it before it is sent. */
export function renderedMail(
  invoice: MailedInvoice,
  { subject, message }: MailTemplate,
): RenderedMailDto {
  const { language } = invoice;
  return {
    language,
    direction: directionOf(language),
    subject,
    message,
    ...invoiceMailText(invoice, message),
  };
}
