import { absolute, amountAt, divideRounded, sumOf } from '../../money/rounding.js';
import { type Decimal } from '../../money/decimal.js';
import { settle, type SettlementInput } from './settlement.js';
import { type Tax } from './tax.js';
import { type TaxGroup } from './tax-groups.js';
import { taxKey } from './tax-combinations.js';
import { type AdjustmentTotals, calculateTotals, type Totals } from './totals.js';

/** A row of a document as entered and without tax, in minor units. */
export type CreditRow = AdjustmentTotals;

/** What is settled of a document, in minor units. */
export interface CreditSettlement {
  readonly withholdings: readonly { readonly baseMinor: bigint; readonly amountMinor: bigint }[];
  readonly roundingMinor: bigint;
  readonly amountDueMinor: bigint;
  /** 0 where there is no currency of taxation. */
  readonly taxCurrencyTotalMinor: bigint;
}

/** The figures of an invoice, or of what is credited of it: row by row in the order of the invoice. */
export interface CreditFigures extends CreditSettlement {
  readonly lines: readonly CreditRow[];
  readonly discounts: readonly CreditRow[];
  readonly charges: readonly CreditRow[];
  readonly taxes: readonly Pick<TaxGroup, 'taxableMinor' | 'taxMinor'>[];
}

/** A document discount or charge of an invoice; one without `percent` was entered as its amount. */
export interface CreditedAdjustment {
  readonly percent: Decimal | undefined;
  readonly taxes: readonly Tax[] | undefined;
}

/** An issued invoice as its credit notes see it. */
export interface CreditedInvoice {
  readonly currencyDecimals: number;
  readonly pricesIncludeTax: boolean;
  readonly lines: readonly { readonly taxes: readonly Tax[] }[];
  readonly discounts: readonly CreditedAdjustment[];
  readonly charges: readonly CreditedAdjustment[];
  readonly settling: Omit<SettlementInput, 'currencyDecimals'>;
  readonly figures: CreditFigures;
}

/** The sums of a document, made of its rows; always exactly subtotal - discounts + charges + tax = total. */
export type CreditSums = Pick<
  Totals,
  'subtotalMinor' | 'discountTotalMinor' | 'chargeTotalMinor' | 'taxTotalMinor' | 'totalMinor'
>;

/** A credit note: rows that it has no part in are zero. `taxesBorne` says which taxes its own lines bear. */
export interface CreditNoteFigures {
  readonly figures: CreditFigures;
  readonly sums: CreditSums;
  readonly taxesBorne: readonly boolean[];
}

/**
 * The figures of a credit note over these amounts of the lines (as entered, in minor units, by line). They are
 * the difference between the invoice reduced to all that is credited now, which `calculateTotals` calculates
 * like any invoice, and the standing credit notes. So the first one is calculated as an invoice is, none drifts
 * away, and those that take all come to the invoice exactly, in every sum and in every tax.
 */
export function creditNoteFigures(
  invoice: CreditedInvoice,
  standing: CreditFigures,
  amounts: readonly bigint[],
): CreditNoteFigures {
  const credited = amounts.map(
    (amount, index) => rowAt(standing.lines, index).amountMinor + amount,
  );
  const { figures: target, groups } = reducedTo(invoice, credited);
  const difference = minus(target, standing);
  const present = amounts.map((amount) => amount !== 0n);
  const figures = { ...difference, lines: onPresentLines(difference.lines, present, invoice) };
  const borne = new Set(
    invoice.lines.flatMap(({ taxes }, index) => (present[index] ? taxes.map(taxKey) : [])),
  );
  return {
    figures,
    sums: creditSums(figures),
    taxesBorne: groups.map((group) => borne.has(taxKey(group))),
  };
}

/** The figures of an invoice that only these amounts of its lines were ever on. */
function reducedTo(
  invoice: CreditedInvoice,
  amounts: readonly bigint[],
): { figures: CreditFigures; groups: readonly Tax[] } {
  const { currencyDecimals, figures } = invoice;
  const part = sumOf(amounts);
  const whole = sumOf(figures.lines.map(({ amountMinor }) => amountMinor));
  const reduced = (adjustments: readonly CreditedAdjustment[], rows: readonly CreditRow[]) =>
    adjustments.map(({ percent, taxes }, index) => {
      const { amountMinor } = rowAt(rows, index);
      const amount = { amountMinor: proportion(amountMinor, part, whole) };
      return { ...(percent === undefined ? amount : { percent }), taxes };
    });
  const result = calculateTotals({
    currencyDecimals,
    pricesIncludeTax: invoice.pricesIncludeTax,
    lines: invoice.lines.map(({ taxes }, index) => ({
      quantity: { digits: 1n, scale: 0 },
      unitPrice: { digits: amountAt(amounts, index), scale: currencyDecimals },
      taxes,
    })),
    discounts: reduced(invoice.discounts, figures.discounts),
    charges: reduced(invoice.charges, figures.charges),
  });
  if (!result.ok) throw new Error(`A part of an invoice has no totals: ${JSON.stringify(result)}`);
  const { totals } = result;
  const isAll = figures.lines.every(({ amountMinor }, index) => amountMinor === amounts[index]);
  return {
    figures: isAll ? figures : { ...totals, ...settled(invoice, totals) },
    groups: totals.taxes,
  };
}

/** The part of an amount that belongs to a part of the lines; between nothing and all of it. */
function proportion(amountMinor: bigint, part: bigint, whole: bigint): bigint {
  if (whole <= 0n || part <= 0n) return 0n;
  return part >= whole ? amountMinor : divideRounded(amountMinor * part, whole);
}

function settled(
  { currencyDecimals, settling }: CreditedInvoice,
  totals: Totals,
): CreditSettlement {
  const settlement = settle(totals, { ...settling, currencyDecimals });
  if (settlement === undefined) throw new Error('A part of an invoice cannot be settled.');
  return { ...settlement, taxCurrencyTotalMinor: settlement.taxCurrencyTotalMinor ?? 0n };
}

/**
 * Prices that include tax share it cent by cent, so a new line may move a cent of an older one: that stands on
 * the largest line of the credit note with the same taxes, or on its largest line.
 */
function onPresentLines(
  rows: readonly CreditRow[],
  present: readonly boolean[],
  invoice: CreditedInvoice,
): CreditRow[] {
  const keys = invoice.lines.map(({ taxes }) => JSON.stringify(taxes.map(taxKey).sort()));
  const largestFirst = rows
    .map(({ amountMinor }, index) => ({ index, size: absolute(amountMinor) }))
    .filter(({ index }) => present[index])
    .sort((one, other) => (one.size === other.size ? 0 : one.size > other.size ? -1 : 1));
  const nets = rows.map(({ netMinor }) => netMinor);
  nets.forEach((net, index) => {
    if (present[index] || net === 0n) return;
    const host = largestFirst.find((line) => keys[line.index] === keys[index]) ?? largestFirst[0];
    if (host === undefined) return;
    nets[host.index] = amountAt(nets, host.index) + net;
    nets[index] = 0n;
  });
  return rows.map((row, index) => ({ ...row, netMinor: amountAt(nets, index) }));
}

/** What rows add up to. */
export function creditSums({ lines, discounts, charges, taxes }: CreditFigures): CreditSums {
  const net = (rows: readonly CreditRow[]) => sumOf(rows.map(({ netMinor }) => netMinor));
  const [subtotalMinor, discountTotalMinor, chargeTotalMinor] = [
    net(lines),
    net(discounts),
    net(charges),
  ];
  const taxTotalMinor = sumOf(taxes.map(({ taxMinor }) => taxMinor));
  const totalMinor = subtotalMinor - discountTotalMinor + chargeTotalMinor + taxTotalMinor;
  return { subtotalMinor, discountTotalMinor, chargeTotalMinor, taxTotalMinor, totalMinor };
}

/** The sum of both, row by row. */
export function plus(one: CreditFigures, other: CreditFigures): CreditFigures {
  return combined(one, other, 1n);
}

function minus(one: CreditFigures, other: CreditFigures): CreditFigures {
  return combined(one, other, -1n);
}

function combined(one: CreditFigures, other: CreditFigures, sign: bigint): CreditFigures {
  const rows = (left: readonly CreditRow[], right: readonly CreditRow[]) =>
    left.map(({ amountMinor, netMinor }, index) => {
      const row = rowAt(right, index);
      return {
        amountMinor: amountMinor + sign * row.amountMinor,
        netMinor: netMinor + sign * row.netMinor,
      };
    });
  return {
    lines: rows(one.lines, other.lines),
    discounts: rows(one.discounts, other.discounts),
    charges: rows(one.charges, other.charges),
    taxes: one.taxes.map(({ taxableMinor, taxMinor }, index) => {
      const tax = rowAt(other.taxes, index);
      return {
        taxableMinor: taxableMinor + sign * tax.taxableMinor,
        taxMinor: taxMinor + sign * tax.taxMinor,
      };
    }),
    withholdings: one.withholdings.map(({ baseMinor, amountMinor }, index) => {
      const withheld = rowAt(other.withholdings, index);
      return {
        baseMinor: baseMinor + sign * withheld.baseMinor,
        amountMinor: amountMinor + sign * withheld.amountMinor,
      };
    }),
    roundingMinor: one.roundingMinor + sign * other.roundingMinor,
    amountDueMinor: one.amountDueMinor + sign * other.amountDueMinor,
    taxCurrencyTotalMinor: one.taxCurrencyTotalMinor + sign * other.taxCurrencyTotalMinor,
  };
}

/** Nothing of an invoice, with a row for each of its rows. */
export function noFigures(invoice: CreditFigures): CreditFigures {
  return minus(invoice, invoice);
}

function rowAt<Row>(rows: readonly Row[], index: number): Row {
  const row = rows[index];
  if (row === undefined) throw new RangeError(`There is no row ${index}.`);
  return row;
}
