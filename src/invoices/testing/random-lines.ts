import fc from 'fast-check';
import { type CompleteLine } from '../complete-request.js';
import { type AdjustmentDto, type LineDiscountDto } from '../dto/create-invoice.dto.js';
import { type TaxDto } from '../dto/tax.dto.js';
import { decimal, paragraphs, perhaps, words } from './random-texts.js';

/** A day so many days from the date of the random invoices. */
export function day(offset: number): string {
  return new Date(Date.UTC(2026, 0, 19 + offset)).toISOString().slice(0, 10);
}

const units = fc.constantFrom(
  { unit: 'hours' },
  { unit: 'Stück' },
  { unit: 'kg' },
  { unit: 'm²' },
  { unit: 'pauschal' },
  { unit: 'box', unit_code: 'XBX' },
  { unit_code: 'MON' },
  {},
);

const quantities = fc.oneof(
  decimal(1, 200, 3),
  decimal(-20, -1, 1),
  decimal(1, 9, 0),
  decimal(0, 1, 6),
  fc.constantFrom('0', '1', '1000000', '-0.5'),
);
const prices = fc.oneof(
  decimal(1, 900, 2),
  decimal(0, 10, 4),
  decimal(-50, -1, 2),
  decimal(0, 1, 6),
  fc.constantFrom('0', '0.01', '99999.99', '0.000001'),
);

/** Percentages and amounts, those of all and of more than all among them. */
function reductions(amounts: fc.Arbitrary<string>): fc.Arbitrary<LineDiscountDto> {
  const reason = perhaps(words);
  return fc.oneof(
    fc.record({ percent: decimal(0, 100, 2), reason }),
    fc.record({ percent: fc.constantFrom('0', '100', '33.333333', '0.5'), reason }),
    fc.record({ amount: amounts, reason }),
  );
}

const discounts = perhaps(
  reductions(fc.oneof(decimal(0, 5, 2), decimal(0, 5_000, 2), fc.constant('0'))),
);

/** A line that bears one of these taxes. */
export function lines(taxes: readonly TaxDto[]): fc.Arbitrary<CompleteLine> {
  return fc
    .record({
      description: fc.oneof(words, paragraphs),
      details: perhaps(paragraphs),
      quantity: quantities,
      counted: units,
      unit_price: prices,
      discount: discounts,
      taxes: fc.constantFrom(...taxes).map((tax) => [tax]),
      period: fc.constantFrom(
        undefined,
        undefined,
        { start: day(0), end: day(10) },
        { start: day(-2) },
        { end: day(5) },
      ),
    })
    .map(({ counted, ...line }) => ({ ...line, ...counted }));
}

/** Discounts or charges of the document: spread over all taxes of the lines, or with one of these. */
export function adjustments(taxes: readonly TaxDto[]): fc.Arbitrary<AdjustmentDto[]> {
  const sizes = fc.oneof(decimal(0, 90, 2), decimal(0, 1, 2), decimal(0, 9_000, 2));
  const own = perhaps(fc.constantFrom(...taxes).map((tax) => [tax]));
  const one = fc
    .record({ reduction: reductions(sizes), taxes: own })
    .map(({ reduction, ...rest }) => ({ ...reduction, ...rest }));
  return fc.oneof(fc.constant<AdjustmentDto[]>([]), fc.array(one, { maxLength: 3 }));
}
