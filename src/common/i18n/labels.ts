/**
 * The names of all labels of an invoice, each with the places in braces that it must hold. Here and not
 * beside the tables, because a profile holds wordings of its own without knowing any invoice.
 */
export const labelPlaces = {
  invoice: [],
  from: [],
  bill_to: [],
  number: [],
  date: [],
  due_date: [],
  reference: [],
  tax_id: [],
  registration_number: [],
  description: [],
  quantity: [],
  unit_price: [],
  /** The head of the columns that hold taxes of any name. */
  tax: [],
  /** What a tax is called that was sent as a bare `tax_rate`. */
  tax_name: [],
  amount: ['currency'],
  discount: [],
  charge: [],
  subtotal: [],
  /** The sum of prices that include tax. */
  subtotal_with_tax: [],
  total: [],
  /** In front of a tax that the total holds. */
  included_tax: ['tax'],
  tax_summary: [],
  taxable: [],
  tax_amount: [],
  payment: [],
  account_name: [],
  iban: [],
  bic: [],
  payment_reference: [],
  notes: [],
  terms: [],
  page: ['page', 'pages'],
  preview: [],
  /** What is left to pay after withholdings and rounding. */
  amount_due: [],
  rounding: [],
  /** The tax total in another currency than that of the invoice. */
  tax_total_in: ['currency'],
  /** Why nothing is charged, by the tax categories E, AE, K, G and O of EN 16931. */
  exempt: [],
  reverse_charge: [],
  intra_community_supply: [],
  export: [],
  outside_scope: [],
  /** The title of a paper that takes back an invoice or a part of it. */
  credit_note: [],
  proforma: [],
  quote: [],
  /** What stands across the pages of a paper that is not issued yet, as `preview` does. */
  draft: [],
  /** In the place of `number`, `date`, `from` and `bill_to`, which may name the invoice, on every other paper. */
  document_number: [],
  document_date: [],
  seller: [],
  customer: [],
  /** The last day on which a quote can be accepted. */
  valid_until: [],
  /** In front of the number of the invoice that a credit note corrects. */
  corrected_invoice: [],
  /** What a credit note gives back, where an invoice has `amount_due`. */
  amount_credited: [],
  /** The day on which goods or services were supplied. */
  delivery_date: [],
  /** The period that the invoice covers. */
  billing_period: [],
  /** The head of the delivery address. */
  delivered_to: [],
  /** The identifier that the buyer wants to see, such as a Leitweg-ID; its order is in `reference`. */
  buyer_reference: [],
  contract: [],
  project: [],
  /** In front of the seller's own number of the order. */
  sales_order: [],
  /** In front of the number of an invoice that this one follows, such as one for a part payment. */
  preceding_invoice: [],
  /** What was paid in advance and is taken off the total. */
  prepaid: [],
  /** In front of the name of a person. */
  contact: [],
  /** How the invoice is paid: one of the six labels that follow. */
  payment_means: [],
  direct_debit: [],
  card: [],
  cash: [],
  cheque: [],
  credit_transfer: [],
  online_payment: [],
  /** What a direct debit names: the mandate, who collects, and the account that is charged. */
  mandate: [],
  creditor_id: [],
  debited_account: [],
  /** How a label and its value stand in one line. */
  labelled: ['label', 'value'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LabelName = keyof typeof labelPlaces;
export type Labels = Readonly<Record<LabelName, string>>;
/** An account's own wordings by language. */
export type LabelOverrides = Readonly<Record<string, Partial<Labels>>>;

export const labelNames = Object.keys(labelPlaces) as LabelName[];

export const isLabelName = (name: string): name is LabelName => Object.hasOwn(labelPlaces, name);

/** The parts of a text in braces, such as ["page", "pages"] of "Page {page} of {pages}". */
export function placesIn(text: string): string[] {
  return Array.from(text.matchAll(/\{(\w*)\}/g), ([, name = '']) => name);
}
