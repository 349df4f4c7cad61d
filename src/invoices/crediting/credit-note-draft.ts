import { formatMinor } from '../../money/currency.js';
import { decimalOf } from '../../money/checked-decimal.js';
import { decimalText, multiplyDecimals, roundDecimal } from '../../money/decimal.js';
import { sumOf } from '../../money/rounding.js';
import { creditNoteFigures, type CreditFigures, type CreditRow } from '../domain/credit-figures.js';
import { type LineCredit } from '../domain/credit-lines.js';
import {
  type Adjustment,
  type IssuedInvoice,
  type InvoiceDraft,
  type InvoiceLine,
  type InvoiceTaxTotal,
  type Reduction,
} from '../invoice.js';
import {
  type Creditable,
  creditedInvoice,
  decimalsOf,
  standingFigures,
} from './credit-note-figures.js';

/** What a credit note takes back of one line (counted from 0), and what that comes to in minor units. */
export interface CreditedLine {
  readonly index: number;
  readonly credit: LineCredit;
  readonly amountMinor: bigint;
}

/** What of a credit note is not the invoice's. */
export interface CreditNoteTexts {
  readonly date: string;
  readonly reason: string | null;
  readonly notes: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly source: InvoiceDraft['source'];
  /** Left out: that of the invoice. */
  readonly format?: InvoiceDraft['format'] | undefined;
}

/** The credit note over these lines, with what belongs to them of everything else on the invoice. */
export function creditNoteDraft(
  { invoice, standing }: Creditable & { readonly invoice: IssuedInvoice },
  lines: readonly CreditedLine[],
  { reason, format = invoice.format, ...texts }: CreditNoteTexts,
): InvoiceDraft {
  const amounts = invoice.lines.map(
    (_, index) => lines.find((line) => line.index === index)?.amountMinor ?? 0n,
  );
  const { figures, sums, taxesBorne } = creditNoteFigures(
    creditedInvoice(invoice),
    standingFigures({ invoice, standing }),
    amounts,
  );
  const { organization, recipient, currency, language, secondLanguage, labels } = invoice;
  const { pricesIncludeTax, template, logoId, reference, id, number, date } = invoice;
  const { particulars } = invoice;
  return {
    ...{ organization, recipient, currency, language, secondLanguage, labels },
    ...{ pricesIncludeTax, template, logoId, reference, particulars, format },
    type: 'credit_note',
    corrects: { id, number: number.number, date, reason },
    status: 'draft',
    dueDate: null,
    validUntil: null,
    terms: null,
    payment: null,
    attachments: [],
    ...texts,
    lines: lines.map((line) => creditLine({ invoice, standing }, line, figures.lines)),
    discounts: adjustments(invoice, 'discounts', figures),
    charges: adjustments(invoice, 'charges', figures),
    taxes: taxesOf(invoice, figures, taxesBorne),
    ...sums,
    settlement: settlementOf(invoice, figures),
  };
}

function creditLine(
  { invoice, standing }: Creditable,
  { index, credit, amountMinor }: CreditedLine,
  rows: readonly CreditRow[],
): InvoiceLine {
  const line = rowAt(invoice.lines, index);
  const { netMinor } = rowAt(rows, index);
  if (!('quantity' in credit)) {
    return {
      ...line,
      quantity: '1',
      unit: null,
      unitCode: null,
      unitPrice: formatMinor(amountMinor, decimalsOf(invoice)),
      discount: null,
      discountMinor: 0n,
      amountMinor,
      netMinor,
      corrects: { index, quantity: null },
    };
  }
  const quantity = decimalText(credit.quantity);
  const priced = multiplyDecimals(credit.quantity, decimalOf(line.unitPrice));
  const gapMinor = roundDecimal(priced, decimalsOf(invoice)) - amountMinor;
  const wasReduced = hasAmountCredits(standing, index);
  const discount = discountOf(
    line.discount,
    wasReduced,
    formatMinor(gapMinor, decimalsOf(invoice)),
  );
  return {
    ...line,
    quantity,
    discount: gapMinor === 0n ? null : discount,
    discountMinor: discount === null ? 0n : gapMinor,
    amountMinor,
    netMinor,
    corrects: { index, quantity },
  };
}

/**
 * Why a line credits less than quantity × price: the discount of the invoice, or an amount that was credited
 * before. A cent that is missing without either is what rounding has made of the invoice's own line.
 */
function discountOf(
  discount: Reduction | null,
  wasReduced: boolean,
  amount: string,
): Reduction | null {
  if (discount === null) return wasReduced ? { amount } : null;
  if (discount.percent !== undefined && !wasReduced) return discount;
  return { amount, ...(discount.reason !== undefined && { reason: discount.reason }) };
}

function hasAmountCredits(standing: readonly InvoiceDraft[], index: number): boolean {
  return standing.some(({ lines }) =>
    lines.some(({ corrects }) => corrects?.index === index && corrects.quantity === null),
  );
}

/** A percentage stays one; an amount becomes what it comes to in this part. */
function adjustments(
  invoice: InvoiceDraft,
  kind: 'discounts' | 'charges',
  figures: CreditFigures,
): Adjustment[] {
  return invoice[kind].flatMap((adjustment, correctsIndex) => {
    const row = rowAt(figures[kind], correctsIndex);
    if (row.amountMinor === 0n && row.netMinor === 0n) return [];
    const amount = formatMinor(row.amountMinor, decimalsOf(invoice));
    const entered = adjustment.amount === undefined ? {} : { amount };
    return [{ ...adjustment, ...entered, ...row, correctsIndex }];
  });
}

function taxesOf(
  { taxes }: InvoiceDraft,
  figures: CreditFigures,
  borne: readonly boolean[],
): InvoiceTaxTotal[] {
  return taxes.flatMap((tax, index) => {
    const { taxableMinor, taxMinor } = rowAt(figures.taxes, index);
    const isEmpty = taxableMinor === 0n && taxMinor === 0n && borne[index] !== true;
    return isEmpty ? [] : [{ ...tax, taxableMinor, taxMinor }];
  });
}

function settlementOf(
  { settlement }: InvoiceDraft,
  { withholdings, roundingMinor, amountDueMinor, taxCurrencyTotalMinor }: CreditFigures,
): InvoiceDraft['settlement'] {
  const { taxCurrency, cashRounding } = settlement;
  return {
    withholdings: settlement.withholdings.map((each, index) => ({
      ...each,
      ...rowAt(withholdings, index),
    })),
    withholdingTotalMinor: sumOf(withholdings.map(({ amountMinor }) => amountMinor)),
    prepaidMinor: 0n,
    cashRounding,
    roundingMinor,
    amountDueMinor,
    taxCurrency: taxCurrency && { ...taxCurrency, taxTotalMinor: taxCurrencyTotalMinor },
  };
}

function rowAt<Row>(rows: readonly Row[], index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new RangeError(`There is no row ${index}.`);
  return row;
}
