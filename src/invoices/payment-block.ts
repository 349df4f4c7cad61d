import { type PaymentDetails } from '../accounts/organization.js';
import { type PdfDocument, type PdfFact } from '../pdf/pdf-document.js';
import { type Texts } from './invoice-table.js';
import { type InvoiceDraft } from './invoice.js';
import { codeOnPage, groupedIban, invoicePaymentCode, paymentSlip } from './payment-code-page.js';
import { paymentRequestOf } from './payment-request-of.js';
import { type Wording } from './wording.js';

/** Where to pay, in words and by a code; the code of a QR-bill stands on its slip. */
export function paymentParts(
  invoice: InvoiceDraft,
  number: string,
  { words, formats }: Texts,
): Pick<PdfDocument, 'payment' | 'slip'> {
  if (invoice.payment === null) return {};
  const title = words.line('payment');
  const facts = paymentFacts(invoice.payment, words);
  const alt = `${title}: ${formats.money(paymentRequestOf(invoice, number).amountMinor)}`;
  const made = invoicePaymentCode(invoice, number);
  const code = made && codeOnPage(made, alt);
  const slip = made && paymentSlip(made, invoice.language);
  const isEmpty = facts.length === 0 && code === undefined;
  return {
    ...(!isEmpty && { payment: { title, facts, ...(code && { code }) } }),
    ...(slip && { slip }),
  };
}

function paymentFacts(payment: PaymentDetails, words: Wording): PdfFact[] {
  const { account_name: holder = '', iban = '', bic = '', reference = '' } = payment;
  return [
    { label: words.line('account_name'), value: holder },
    { label: words.line('iban'), value: groupedIban(iban) },
    { label: words.line('bic'), value: bic.toUpperCase() },
    { label: words.line('payment_reference'), value: reference },
  ].filter(({ value }) => value !== '');
}
