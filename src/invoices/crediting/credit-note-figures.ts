import { currencyDecimals, toMinor } from '../../money/currency.js';
import { decimalOf, exchangeRateOf } from '../../money/checked-decimal.js';
import {
  type CreditedInvoice,
  type CreditFigures,
  type CreditRow,
  noFigures,
  plus,
} from '../domain/credit-figures.js';
import { type LineLeft, lineLeft } from '../domain/credit-lines.js';
import { type Tax } from '../domain/tax.js';
import { type Adjustment, type InvoiceDraft, type InvoiceTax } from '../invoice.js';

/** An issued invoice with its standing credit notes, void ones left out. */
export interface Creditable {
  readonly invoice: InvoiceDraft;
  readonly standing: readonly InvoiceDraft[];
}

/** An invoice in the terms of the calculation. */
export function creditedInvoice(invoice: InvoiceDraft): CreditedInvoice {
  const { settlement, lines, discounts, charges } = invoice;
  const adjustment = ({ percent, taxes }: Adjustment) => ({
    percent: percent === undefined ? undefined : decimalOf(percent),
    taxes: taxes?.map(taxFigures),
  });
  const { cashRounding, taxCurrency } = settlement;
  const decimals = decimalsOf(invoice);
  return {
    currencyDecimals: decimals,
    pricesIncludeTax: invoice.pricesIncludeTax,
    lines: lines.map(({ taxes }) => ({ taxes: taxes.map(taxFigures) })),
    discounts: discounts.map(adjustment),
    charges: charges.map(adjustment),
    settling: {
      withholdings: settlement.withholdings.map(({ name, rate, base }) => ({
        name,
        rate: decimalOf(rate),
        base,
      })),
      prepaidMinor: 0n,
      cashRoundingMinor:
        cashRounding === null ? 0n : (toMinor(decimalOf(cashRounding), decimals) ?? 0n),
      taxCurrency:
        taxCurrency === null
          ? undefined
          : {
              decimals: currencyDecimals(taxCurrency.currency) ?? 2,
              exchangeRate: exchangeRateOf(taxCurrency.exchangeRate),
            },
    },
    figures: {
      lines,
      discounts,
      charges,
      taxes: invoice.taxes,
      ...settlementFigures(invoice),
    },
  };
}

/** What the standing credit notes come to, row by row of the invoice. */
export function standingFigures({ invoice, standing }: Creditable): CreditFigures {
  const { figures } = creditedInvoice(invoice);
  const nothing = noFigures(figures);
  return standing.map((note) => rowsOfInvoice(note, invoice, nothing)).reduce(plus, nothing);
}

/** What is left of each line. */
export function linesLeft({ invoice, standing }: Creditable): LineLeft[] {
  const corrections = standing.flatMap(({ lines }) => lines);
  return invoice.lines.map(({ quantity, amountMinor }, index) =>
    lineLeft(
      { quantity: decimalOf(quantity), amountMinor },
      corrections
        .filter(({ corrects }) => corrects?.index === index)
        .map((line) => ({
          quantity: line.corrects?.quantity == null ? undefined : decimalOf(line.corrects.quantity),
          amountMinor: line.amountMinor,
        })),
    ),
  );
}

/** How many decimals the amounts of a document have. */
export function decimalsOf({ currency }: Pick<InvoiceDraft, 'currency'>): number {
  return currencyDecimals(currency) ?? 2;
}

/** The rows of a credit note in the places of those that they take back. */
function rowsOfInvoice(
  note: InvoiceDraft,
  invoice: InvoiceDraft,
  nothing: CreditFigures,
): CreditFigures {
  const adjusted = (empty: readonly CreditRow[], rows: readonly Adjustment[]) =>
    placed(
      empty,
      rows,
      rows.map(({ correctsIndex }) => correctsIndex ?? -1),
    );
  const linePlaces = note.lines.map(({ corrects }) => corrects?.index ?? -1);
  return {
    lines: placed<CreditRow>(nothing.lines, note.lines, linePlaces),
    discounts: adjusted(nothing.discounts, note.discounts),
    charges: adjusted(nothing.charges, note.charges),
    taxes: placed(nothing.taxes, note.taxes, taxPlaces(note, invoice)),
    ...settlementFigures(note),
  };
}

function placed<Row>(
  empty: readonly Row[],
  rows: readonly Row[],
  places: readonly number[],
): readonly Row[] {
  const all = [...empty];
  rows.forEach((row, at) => {
    const place = places[at] ?? -1;
    if (all[place] === undefined) throw new RangeError(`A credit note has no place for row ${at}.`);
    all[place] = row;
  });
  return all;
}

/** The taxes of a credit note are copies; two that are printed alike stand in the order of the invoice. */
function taxPlaces(note: InvoiceDraft, invoice: InvoiceDraft): number[] {
  const free: (string | undefined)[] = invoice.taxes.map(printedTax);
  return note.taxes.map((tax) => {
    const place = free.indexOf(printedTax(tax));
    if (place >= 0) free[place] = undefined;
    return place;
  });
}

function printedTax({ name, rate, category, compound, exemptionReason }: InvoiceTax): string {
  return JSON.stringify([name, rate, category, compound === true, exemptionReason ?? null]);
}

function settlementFigures({ settlement }: InvoiceDraft) {
  const { withholdings, roundingMinor, taxCurrency } = settlement;
  // What was prepaid is given back too.
  const amountDueMinor = settlement.amountDueMinor + settlement.prepaidMinor;
  const taxCurrencyTotalMinor = taxCurrency?.taxTotalMinor ?? 0n;
  return { withholdings, roundingMinor, amountDueMinor, taxCurrencyTotalMinor };
}

/** A tax of a snapshot in the terms of the calculation. */
export function taxFigures(tax: InvoiceTax): Tax {
  return { ...tax, rate: decimalOf(tax.rate) };
}
