import { type Decimal, decimalSign } from '../../money/decimal.js';

/**
 * The VAT categories of EN 16931 (UNCL 5305) in use: standard, zero, exempt, reverse charge,
 * intra-EU, export, outside scope, Canary Islands, Ceuta and Melilla.
 */
export const taxCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M'] as const;

/** One of `taxCategories`. */
export type TaxCategory = (typeof taxCategories)[number];

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
