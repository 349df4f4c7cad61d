import { type PaymentDetails } from '../accounts/organization.js';
import { type PdfDocument, type PdfFact } from '../pdf/pdf-document.js';
import { type Texts } from './texts.js';
import { type LabelName } from '../common/i18n/labels.js';
import { type PaymentMeans } from '../einvoice/codes/payment-means.js';
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
    ...meansFacts(payment, words),
  ].filter(({ value }) => value !== '');
}

/** The words of means that have one of their own on the page; the others are for machines. */
const meansLabels: Partial<Record<PaymentMeans, LabelName>> = {
  credit_transfer: 'credit_transfer',
  sepa_credit_transfer: 'credit_transfer',
  direct_debit: 'direct_debit',
  sepa_direct_debit: 'direct_debit',
  card: 'card',
  credit_card: 'card',
  debit_card: 'card',
  cash: 'cash',
  cheque: 'cheque',
  online: 'online_payment',
};

function meansFacts(payment: PaymentDetails, words: Wording): PdfFact[] {
  const { means, mandate = '', creditor_id: creditorId = '', debited_iban: debited = '' } = payment;
  const { card_last_digits: digits, card_holder: holder } = payment;
  const label = means && meansLabels[means];
  const card = [digits && words.apart(`•••• ${digits}`), holder].filter(Boolean).join(', ');
  const name = label === undefined ? '' : words.line(label);
  return [
    { label: words.line('payment_means'), value: [name, card].filter(Boolean).join(' ') },
    { label: words.line('mandate'), value: mandate },
    { label: words.line('creditor_id'), value: creditorId },
    { label: words.line('debited_account'), value: groupedIban(debited) },
  ];
}
