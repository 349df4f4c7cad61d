import { type Decimal, decimalSign } from '../../money/decimal.js';
import { type TaxCategory } from '../../money/tax-category.js';

/**
 * A tax on a line or adjustment; the rate is in percent. Taxes are the same when all three values
 * are.
 */
export interface Tax {
  readonly name: string;
  readonly rate: Decimal;
  readonly category: TaxCategory;
}

/** The category of a tax sent without one: S with a rate above 0, else Z. */
export function defaultTaxCategory(rate: Decimal): TaxCategory {
  return decimalSign(rate) > 0 ? 'S' : 'Z';
}
