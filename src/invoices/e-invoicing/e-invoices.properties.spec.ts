import { beforeAll, describe, expect, it } from '@jest/globals';
import { type EInvoiceFormat, formatFacts } from '../../einvoice/formats.js';
import { ciiValidator, isWellFormed } from '../testing/cii-schema.js';
import { ublFaults } from '../../einvoice/testing/ubl-schema.js';
import { add, fraction, type Fraction, less, read, times } from '../testing/fraction.js';
import { digitsOf, printedAmounts } from '../testing/printed-amounts.js';
import {
  visitEInvoices,
  type WrittenAdjustment,
  type WrittenEInvoice,
  type WrittenFigures,
  writtenFigures,
} from '../testing/written-e-invoices.js';

/** Three of four are documents of EN 16931, and half of all suit Peppol. */
const documentsMax = 700;
const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);

type Document = WrittenEInvoice & { readonly figures: WrittenFigures };

const minus = (one: Fraction, other: Fraction): Fraction => add(one, times(other, fraction(-1n)));
const sum = (texts: readonly string[]): Fraction => texts.map(read).reduce(add, fraction(0n));
const isSame = (one: Fraction, other: Fraction): boolean => !less(one, other) && !less(other, one);
const amounts = (adjustments: readonly WrittenAdjustment[], isCharge: boolean): Fraction =>
  sum(adjustments.filter((each) => each.isCharge === isCharge).map(({ amount }) => amount));
const signed = (adjustments: readonly WrittenAdjustment[]): Fraction =>
  minus(amounts(adjustments, true), amounts(adjustments, false));

const ciiFaults = ciiValidator();

function schemaFaults({ format, xml, tree }: Document): string[] {
  if (formatFacts[format].syntax === 'cii') return ciiFaults(xml);
  return [...ublFaults(tree), ...(isWellFormed(xml) ? [] : ['no XML'])];
}

function sumFaults({ figures: { lines, adjustments, taxes, ...totals } }: Document): string[] {
  const given = (text: string | undefined): Fraction => read(text ?? '0');
  const due = minus(read(totals.withTax), given(totals.prepaid));
  const sums: [rule: string, total: Fraction, parts: Fraction][] = [
    ['BR-CO-10', read(totals.lineTotal), sum(lines.map(({ net }) => net))],
    ['BR-CO-11', given(totals.allowanceTotal), amounts(adjustments, false)],
    ['BR-CO-12', given(totals.chargeTotal), amounts(adjustments, true)],
    ['BR-CO-13', read(totals.withoutTax), add(read(totals.lineTotal), signed(adjustments))],
    ['BR-CO-14', read(totals.taxTotal), sum(taxes.map(({ amount }) => amount))],
    ['BR-CO-15', read(totals.withTax), sum([totals.withoutTax, totals.taxTotal])],
    ['BR-CO-16', read(totals.amountDue), add(due, given(totals.rounding))],
  ];
  return sums.filter(([, total, parts]) => !isSame(total, parts)).map(([rule]) => rule);
}

function groupFaults({ figures: { lines, adjustments, taxes } }: Document): string[] {
  const rows = taxes.map(({ group }) => group);
  const used = [...lines, ...adjustments].map(({ group }) => group);
  const isWhole = new Set(rows).size === rows.length && used.every((each) => rows.includes(each));
  const odd = taxes.filter(({ group, taxable }) => {
    const isOfGroup = (part: { readonly group: string }): boolean => part.group === group;
    const net = sum(lines.filter(isOfGroup).map((line) => line.net));
    return !isSame(read(taxable), add(net, signed(adjustments.filter(isOfGroup))));
  });
  return [...(isWhole ? [] : ['rows']), ...odd.map(({ group }) => group)];
}

function lineFaults({ figures: { lines } }: Document): string[] {
  const half = fraction(5n, 1_000n);
  return lines.flatMap(({ quantity, price, net, adjustments }, at) => {
    const gap = minus(read(net), add(times(read(quantity), read(price)), signed(adjustments)));
    const isNear = !less(half, gap) && !less(gap, times(half, fraction(-1n)));
    return isNear && !price.startsWith('-') ? [] : [`line ${at + 1}`];
  });
}

function numberFaults({ figures }: Document): string[] {
  const { lines, adjustments, taxes, ...totals } = figures;
  const plain = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
  return [
    ...Object.values(totals).filter((total) => total !== undefined),
    ...[...lines.flatMap((line) => line.adjustments), ...adjustments].map(({ amount }) => amount),
    ...lines.flatMap(({ quantity, price, net }) => [quantity, price, net]),
    ...taxes.flatMap(({ taxable, amount }) => [taxable, amount]),
  ].filter((text) => !plain.test(text));
}

function printFaults({ draft, figures }: Document): string[] {
  const { total, taxes, lines, amountDue } = printedAmounts(draft);
  const tax = taxes.map(BigInt).reduce((all, one) => all + one, 0n);
  const nets = figures.lines.map(({ net }) => digitsOf(net));
  const due = digitsOf(figures.amountDue);
  const checks: [what: string, printed: string, written: string][] = [
    ['total', total, digitsOf(figures.withTax)],
    ['tax', String(tax), digitsOf(figures.taxTotal)],
    ['amount due', amountDue ?? due, due],
    // Prices with tax are printed with it.
    ['lines', lines.join(), (draft.pricesIncludeTax ? lines : nets).join()],
  ];
  return checks
    .filter(([, printed, written]) => printed !== written)
    .map((check) => check.join(' '));
}

const guarantees: Readonly<Record<string, (document: Document) => string[]>> = {
  'fits the schema of CII, or has the elements of UBL in their order and number': schemaFaults,
  'adds up to the last digit (BR-CO-10 to BR-CO-16)': sumFaults,
  'has one row of taxes for each category and rate, which its parts add up to': groupFaults,
  'has lines of quantity × price less discounts, to half a cent': lineFaults,
  'has numbers that no float has written': numberFaults,
  'says the total, the tax, the amount due and the lines that its page prints': printFaults,
};

describe('an e-invoice without a finding', () => {
  const written = new Map<EInvoiceFormat, number>();
  const faults = new Map<string, string[]>();

  beforeAll(() => {
    visitEInvoices(documentsMax, seed, (document) => {
      written.set(document.format, (written.get(document.format) ?? 0) + 1);
      const whole = { ...document, figures: writtenFigures(document) };
      for (const [guarantee, faultsOf] of Object.entries(guarantees)) {
        const found = faultsOf(whole).map((fault) => `${document.name}: ${fault}`);
        faults.set(guarantee, [...(faults.get(guarantee) ?? []), ...found]);
      }
    });
  });

  it('is what at least 300 of the random documents come to in each format', () => {
    expect([...written.keys()].sort()).toEqual([
      'cii',
      'peppol-ubl',
      'ubl',
      'xrechnung-cii',
      'xrechnung-ubl',
    ]);
    for (const count of written.values()) expect(count).toBeGreaterThanOrEqual(300);
  });

  it.each(Object.keys(guarantees))('%s', (guarantee) => {
    expect(faults.get(guarantee)?.slice(0, 10)).toEqual([]);
  });
});
