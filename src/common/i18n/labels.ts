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
