import { eInvoiceFormats } from './e-invoice-formats.js';
import { paymentMeans } from './payment-means.js';

/** What the fields of a request are called in the forms; a longer name stands before what it contains. */
const fieldNames: Readonly<Record<string, string>> = {
  'payment_terms_days or terms': '“Payment due” or “Terms”',
  'reference to the invoice': '“Purchase order” to the invoice',
  'payment.iban': '“IBAN”',
  'payment.means': '“Means of payment”',
  'address.city': '“City”',
  'address.postal_code': '“Postal code”',
  'address.country': '“Country”',
  buyer_reference: '“Buyer reference”',
  contact_name: '“Contact name”',
  electronic_addresses: '“Electronic addresses”',
  registration_number: '“Registration number”',
  registration_scheme: '“Register”',
  tax_currency: '“Tax total also in”',
  tax_id: '“Tax ID”',
  due_date: '“Due date”',
  unit_code: '“Unit code”',
};

const choices = [...eInvoiceFormats, ...paymentMeans].filter(({ value }) => /[-_]/.test(value));
const words = new Map([
  ...Object.entries(fieldNames),
  ...choices.map(({ value, label }) => [value, label] as const),
]);
const known = new RegExp(
  `(?<![\\w.])(?:${[...words.keys()].map((word) => word.replaceAll('.', '\\.')).join('|')})(?!\\w)`,
  'g',
);

/** A hint of the API, which names fields as requests do, in the words of the forms. */
export function spokenHint(hint: string): string {
  return hint
    .replace(/\{"scheme":"(\w+)","id":"(\w+)"\}/, '$2 of the kind $1')
    .replace(known, (word) => words.get(word) ?? word);
}
