import {
  addDecimals,
  type Decimal,
  multiplyDecimals,
  powerOfTen,
  roundDecimal,
} from '../../money/decimal.js';
import { absolute } from '../../money/rounding.js';
import { type DocumentAdjustment, type DocumentTotals, type EInvoice } from '../model.js';
import { centsOf, decimalsIn, numberOf } from './decimals.js';
import { type Finding, isSaid, unless } from './finding.js';

/** What EN 16931 wants of the sums of a document, to the cent; only tax may differ by less than one. */
export function amountFindings(invoice: EInvoice): Finding[] {
  return [
    ...presenceFindings(invoice.totals),
    ...decimalFindings(invoice),
    ...adjustmentFindings(invoice.allowances, 'discounts', ['BR-31', 'BR-32', 'BR-33']),
    ...adjustmentFindings(invoice.charges, 'charges', ['BR-36', 'BR-37', 'BR-38']),
    ...sumFindings(invoice),
    ...taxFindings(invoice),
  ];
}

function presenceFindings(totals: DocumentTotals): Finding[] {
  const needed = [
    ['BR-12', 'lineTotal', 'The sum of the lines'],
    ['BR-13', 'withoutTax', 'The total without tax'],
    ['BR-14', 'withTax', 'The total with tax'],
    ['BR-15', 'amountDue', 'The amount due'],
  ] as const;
  return needed.flatMap(([rule, name, what]) =>
    unless(isSaid(totals[name]), { rule, pointer: '', message: `${what} is missing.` }),
  );
}

/** Currencies of three decimals cannot be told in EN 16931; the lines are told of where the totals are not wrong. */
function decimalFindings({ totals, lines, currency, taxCurrency }: EInvoice): Finding[] {
  const { taxTotalInTaxCurrency, ...amounts } = totals;
  const areShort = Object.values(amounts).every((amount) => decimalsIn(amount) <= 2);
  const lineFindings = lines.flatMap(({ netAmount }, index) =>
    unless(decimalsIn(netAmount) <= 2, {
      rule: 'BR-DEC-23',
      pointer: `/line_items/${index}`,
      message: 'The net amount of the line has more than two decimals.',
    }),
  );
  return [
    ...(areShort
      ? lineFindings
      : [
          {
            rule: 'BR-DEC-14',
            pointer: '/currency',
            message: `Amounts may have two decimals at most, those in ${currency ?? 'this currency'} have more.`,
            hint: 'Invoice in another currency, or make a plain PDF.',
          },
        ]),
    ...unless(decimalsIn(taxTotalInTaxCurrency) <= 2, {
      rule: 'BR-DEC-15',
      pointer: '/tax_currency',
      message: `Amounts may have two decimals at most, those in ${taxCurrency ?? 'this currency'} have more.`,
    }),
  ];
}

function adjustmentFindings(
  adjustments: readonly DocumentAdjustment[],
  list: 'discounts' | 'charges',
  [amountRule, taxRule, reasonRule]: readonly [string, string, string],
): Finding[] {
  return adjustments.flatMap(({ amount, tax, reason, reasonCode }, index) => [
    ...unless(isSaid(amount), {
      rule: amountRule,
      pointer: `/${list}/${index}/amount`,
      message: 'It has no amount.',
    }),
    ...unless(isSaid(tax.category), {
      rule: taxRule,
      pointer: `/${list}/${index}/taxes`,
      message: 'It has no VAT category.',
      hint: 'Leave its taxes out to spread it over those of the lines, or name one.',
    }),
    ...unless(isSaid(reason) || isSaid(reasonCode), {
      rule: reasonRule,
      pointer: `/${list}/${index}/reason`,
      message: 'It has no reason.',
    }),
  ]);
}

function sumFindings({ totals, lines, allowances, charges, taxes }: EInvoice): Finding[] {
  const negative = (amount: string | undefined): string | undefined =>
    amount === undefined ? '0' : amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
  const given = (amount: string | undefined): string => amount ?? '0';
  const sums = [
    ['BR-CO-10', 'The sum of the lines', totals.lineTotal, lines.map((line) => line.netAmount)],
    [
      'BR-CO-11',
      'The sum of the discounts',
      given(totals.allowanceTotal),
      allowances.map(({ amount }) => amount),
    ],
    [
      'BR-CO-12',
      'The sum of the charges',
      given(totals.chargeTotal),
      charges.map(({ amount }) => amount),
    ],
    [
      'BR-CO-13',
      'The total without tax',
      totals.withoutTax,
      [totals.lineTotal, negative(totals.allowanceTotal), given(totals.chargeTotal)],
    ],
    ['BR-CO-14', 'The tax total', given(totals.taxTotal), taxes.map(({ amount }) => amount)],
    ['BR-CO-15', 'The total with tax', totals.withTax, [totals.withoutTax, given(totals.taxTotal)]],
    [
      'BR-CO-16',
      'The amount due',
      totals.amountDue,
      [totals.withTax, negative(totals.prepaid), given(totals.rounding)],
    ],
  ] as const;
  return sums.flatMap(([rule, what, total, parts]) => {
    const [told, added] = [centsOf(total), centsOf(...parts)];
    const isUnknown = told === undefined || added === undefined;
    const message = `${what} is not what its parts add up to.`;
    return unless(isUnknown || told === added, {
      rule,
      pointer: '',
      message,
    });
  });
}

/** Tax is the rate of what is taxed, give or take less than one (BR-CO-17); a rate that rounds to 0 % has none. */
function taxFindings({ taxes }: EInvoice): Finding[] {
  return taxes.flatMap(({ taxable, amount, rate }, index) => {
    const [base, tax, percent] = [numberOf(taxable), numberOf(amount), numberOf(rate ?? '0')];
    if (base === undefined || tax === undefined || percent === undefined) {
      return [
        { rule: 'BR-45', pointer: `/taxes/${index}`, message: 'A row of taxes is not whole.' },
      ];
    }
    const expected = multiplyDecimals(base, multiplyDecimals(percent, { digits: 1n, scale: 2 }));
    const gap = addDecimals(tax, { ...expected, digits: -expected.digits });
    const isTaxless = absolute(roundDecimal(percent, 0)) === 0n;
    const isMet = isTaxless ? roundsToZero(tax) : absolute(roundDecimal(gap, 2)) < 100n;
    return unless(isMet, {
      rule: 'BR-CO-17',
      pointer: `/taxes/${index}`,
      message: isTaxless
        ? 'Rates below 0.5 % may come to less than 0.50 only.'
        : 'The tax is not the rate of what is taxed.',
    });
  });
}

/** As XPath rounds, half up: from -0.5 to below 0.5. */
function roundsToZero({ digits, scale }: Decimal): boolean {
  const doubled = 2n * digits;
  return -powerOfTen(scale) <= doubled && doubled < powerOfTen(scale);
}
