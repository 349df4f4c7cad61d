import { type PaymentCode, paymentCode } from '../payment-codes/payment-code.js';
import { paymentCodeKinds } from '../payment-codes/payment-request.js';
import { type SwissAddress } from '../payment-codes/swiss-address.js';
import { type SwissQrBill } from '../payment-codes/swiss-qr.js';
import { type PdfCode, type PdfPaymentSlip } from '../pdf/pdf-document.js';
import { qrDrawing } from '../pdf/qr-code.js';
import { type InvoiceDraft } from './invoice.js';
import { slipWords } from './payment-slip-words.js';
import { paymentRequestOf } from './payment-request-of.js';

/** The code that belongs to an invoice by its snapshot. */
export function invoicePaymentCode(invoice: InvoiceDraft, number: string): PaymentCode | undefined {
  const kind = paymentCodeKinds.find((known) => known === invoice.payment?.code);
  const code = kind && paymentCode(kind, paymentRequestOf(invoice, number));
  return code?.ok === true ? code.value : undefined;
}

/** The code beside the payment details; that of a QR-bill stands on its slip. */
export function codeOnPage(code: PaymentCode, alt: string): PdfCode | undefined {
  if (code.kind === 'swiss_qr') return undefined;
  const drawing = qrDrawing(code.payload);
  return { drawing, alt, ...(code.kind === 'link' && { link: code.payload }) };
}

/** The slip of a QR-bill, in German, French or Italian where the invoice is, else in English. */
export function paymentSlip(code: PaymentCode, language: string): PdfPaymentSlip | undefined {
  if (code.kind !== 'swiss_qr') return undefined;
  const { bill, payload } = code;
  const words = slipWords(language);
  const amount = groupedAmount(bill.amount);
  const alt = `${words.payment_part}: ${bill.currency} ${amount}, ${groupedIban(bill.iban)}`;
  return {
    code: { drawing: qrDrawing(payload, 'swiss_cross'), alt },
    words,
    account: [groupedIban(bill.iban), ...linesOf(bill.creditor)],
    reference: groupedReference(bill),
    message: bill.message,
    payer: bill.debtor === undefined ? [] : linesOf(bill.debtor),
    currency: bill.currency,
    amount,
  };
}

/** In groups of four, as ISO 13616 prints it. */
export function groupedIban(iban: string): string {
  return iban
    .replaceAll(/[\s-]/g, '')
    .toUpperCase()
    .replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** QR references in groups of five from their end, RF references in groups of four. */
function groupedReference({ reference: { type, text } }: SwissQrBill): string {
  return type === 'QRR' ? text.replaceAll(/(?=(.{5})+$)/g, ' ').trim() : groupedIban(text);
}

/** "1590.00" as "1 590.00": spaces between thousands, a point in front of the cents. */
function groupedAmount(amount: string): string {
  return amount.replaceAll(/\B(?=(\d{3})+\.)/g, ' ');
}

function linesOf({ name, street, houseNumber, postalCode, city, country }: SwissAddress): string[] {
  const place = `${country === 'CH' ? '' : `${country}-`}${postalCode} ${city}`;
  return [name, `${street} ${houseNumber}`.trim(), place].filter((line) => line !== '');
}
