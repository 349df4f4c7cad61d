import fc from 'fast-check';
import { type CompleteRequest } from '../complete-request.js';
import { type TaxDto } from '../dto/tax.dto.js';

/** The decimals of the currencies that random invoices are in: one of each class that people use. */
export const decimalsOf: Readonly<Record<string, number>> = { JPY: 0, EUR: 2, KWD: 3 };

const taxes: readonly TaxDto[] = [
  { name: 'VAT', rate: '19' },
  { name: 'VAT', rate: '7' },
  { name: 'GST', rate: '5' },
  { name: 'QST', rate: '9.975' },
  { name: 'PST', rate: '9.5', compound: true },
  { name: 'Levy', rate: '1.25', compound: true },
  { name: 'VAT', rate: '0', category: 'AE' },
  { name: 'VAT', rate: '0' },
];

const tax = fc.subarray([...taxes], { maxLength: 3 });

/** Decimal text with up to so many decimals. */
function decimal(max: number, decimalsMax: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: -max, max }), fc.integer({ min: 0, max: decimalsMax }))
    .map(([digits, scale]) => placed(digits, scale));
}

function placed(digits: number, scale: number): string {
  const sign = digits < 0 ? '-' : '';
  const text = String(Math.abs(digits)).padStart(scale + 1, '0');
  if (scale === 0) return sign + text;
  return `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

const percentage = fc.integer({ min: 0, max: 1_000 }).map((digits) => placed(digits, 1));
const percent = percentage.map((text) => ({ percent: text }));

function reduction(decimals: number) {
  const amount = fc.integer({ min: 0, max: 50_000 }).map((minor) => ({
    amount: placed(minor, decimals),
  }));
  return fc.oneof(percent, amount);
}

function adjustments(decimals: number) {
  const spread = reduction(decimals);
  // One with taxes of its own has an amount, because a percentage needs lines with the same taxes.
  const own = fc.record({
    amount: fc.integer({ min: 0, max: 50_000 }).map((minor) => placed(minor, decimals)),
    taxes: tax,
  });
  return fc.array(fc.oneof(spread, own), { maxLength: 2 });
}

function requestIn(currency: string): fc.Arbitrary<CompleteRequest> {
  const decimals = decimalsOf[currency] ?? 2;
  const line = fc.record(
    {
      description: fc.constant('Work'),
      quantity: decimal(100_000, 3),
      unit_price: decimal(1_000_000, 4),
      discount: reduction(decimals),
      taxes: tax,
    },
    { requiredKeys: ['description', 'quantity', 'unit_price', 'taxes'] },
  );
  const withholding = fc.record({
    name: fc.constant('IRPF'),
    rate: percentage,
    base: fc.constantFrom('net' as const, 'tax' as const),
  });
  return fc.record({
    currency: fc.constant(currency),
    recipient: fc.constant({ name: 'Acme' }),
    prices_include_tax: fc.boolean(),
    line_items: fc.array(line, { minLength: 1, maxLength: 4 }),
    discounts: adjustments(decimals),
    charges: adjustments(decimals),
    withholdings: fc.array(withholding, { maxLength: 2 }),
    cash_rounding: fc.constantFrom('0', placed(5, decimals), placed(50, decimals)),
    tax_currency: fc.constant('USD'),
    exchange_rate: fc.integer({ min: 1, max: 2_000_000 }).map((digits) => placed(digits, 7)),
  });
}

/** Requests of invoices with whatever can change a figure, in currencies of 0, 2 and 3 decimals. */
export const invoiceRequests: fc.Arbitrary<CompleteRequest> = fc
  .constantFrom(...Object.keys(decimalsOf))
  .chain(requestIn);
