import { type CreateRequest } from '../invoices/create-request';

/** Texts as they stand in the fields. */
export interface TaxValues {
  readonly name?: string;
  readonly rate?: string;
  readonly category?: string;
  readonly compound?: boolean;
  readonly exemption_reason?: string;
}
interface WithholdingValues {
  readonly name?: string;
  readonly rate?: string;
  readonly base?: string;
}
interface ReductionValues {
  readonly percent?: string;
  readonly amount?: string;
  readonly reason?: string;
}

/** A line as it stands in the form; its id keeps its place while lines move. */
export interface LineValues {
  readonly id: string;
  readonly description?: string;
  readonly details?: string;
  readonly quantity?: string;
  readonly unit?: string;
  readonly unit_code?: string;
  readonly period?: { readonly start?: string; readonly end?: string };
  readonly unit_price?: string;
  readonly discount?: ReductionValues;
  readonly tax_rate?: string;
  readonly taxes?: readonly TaxValues[];
}

/** A discount or charge on the whole invoice. */
export interface AdjustmentValues extends ReductionValues {
  readonly id: string;
  readonly tax_rate?: string;
  readonly taxes?: readonly TaxValues[];
}

/** A create request under edit. */
export interface InvoiceValues extends Omit<
  CreateRequest,
  'recipient' | 'line_items' | 'discounts' | 'charges' | 'payment_terms_days' | 'withholdings'
> {
  readonly recipient?: Partial<CreateRequest['recipient']>;
  readonly line_items: readonly LineValues[];
  readonly discounts?: readonly AdjustmentValues[];
  readonly charges?: readonly AdjustmentValues[];
  readonly payment_terms_days?: string | number;
  readonly withholdings?: readonly WithholdingValues[];
}

/** The lists whose entries have ids. */
export const listNames = ['line_items', 'discounts', 'charges'] as const;
export type ListName = (typeof listNames)[number];

/** How many lines an invoice may have. */
export const linesMax = 1_000;

/** An id for this form only. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** The next line: its taxes are most often those of the line before. */
export function newLine(before?: LineValues): LineValues {
  return {
    id: newId(),
    quantity: '1',
    ...(before?.tax_rate !== undefined && { tax_rate: before.tax_rate }),
    ...(before?.taxes !== undefined && { taxes: before.taxes }),
  };
}

/** An invoice that nobody has begun. */
export function emptyValues(): InvoiceValues {
  return { line_items: [newLine()] };
}

/** Whether nobody has typed anything into the line. */
export function isBlankLine(line: LineValues): boolean {
  const { id: _id, quantity, tax_rate: _taxRate, taxes: _taxes, ...others } = line;
  return Object.keys(others).length === 0 && (quantity === undefined || quantity === '1');
}

/** Whether nothing would be lost if the form were closed. */
export function isBlank({ line_items: lines, ...others }: InvoiceValues): boolean {
  return Object.keys(others).length === 0 && lines.every(isBlankLine);
}

/** The name that the server gives to a tax that was sent by its rate alone. */
const plainTaxName = 'Tax';

/** An earlier invoice's request as values of the form. */
export function valuesOf(request: CreateRequest): InvoiceValues {
  const { line_items: lines, discounts, charges, ...others } = request;
  const withIds = <Entry extends object>(entries: readonly Entry[]) =>
    entries.map((entry) => ({ id: newId(), ...entry }));
  return {
    ...(others as Omit<InvoiceValues, 'line_items'>),
    line_items: withIds(lines).map((line) => oneRate(line as LineValues)),
    ...(discounts && { discounts: withIds(discounts) as AdjustmentValues[] }),
    ...(charges && { charges: withIds(charges) as AdjustmentValues[] }),
  };
}

/** A single tax that a rate alone would make again is shown as this rate. */
function oneRate({ taxes, ...line }: LineValues): LineValues {
  const [tax, ...more] = taxes ?? [];
  if (tax === undefined) return line;
  const usualCategory = /[1-9]/.test(tax.rate ?? '') ? 'S' : 'Z';
  const { name, rate: _rate, category, ...special } = tax;
  const usual = name === plainTaxName && category === usualCategory;
  const plain = more.length === 0 && usual && Object.keys(special).length === 0;
  return plain ? { ...line, tax_rate: tax.rate } : { ...line, taxes };
}
