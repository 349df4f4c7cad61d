import { type Decimal, decimalSign } from './decimal.js';

/**
 * The VAT categories of EN 16931 (UNCL 5305) in use: standard, zero, exempt, reverse charge,
 * intra-EU, export, outside scope, Canary Islands, Ceuta and Melilla.
 */
export const taxCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M'] as const;

/** One of `taxCategories`. */
export type TaxCategory = (typeof taxCategories)[number];

/** The category of a tax sent without one: S with a rate above 0, else Z. */
export function defaultTaxCategory(rate: Decimal): TaxCategory {
  return decimalSign(rate) > 0 ? 'S' : 'Z';
}

/** The categories under which nothing is charged for a reason that the law wants to be named. */
export const exemptCategories = ['E', 'AE', 'K', 'G', 'O'] as const;

/** One of `exemptCategories`. */
export type ExemptCategory = (typeof exemptCategories)[number];

/** Whether an invoice has to say why nothing is charged (EN 16931 BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10). */
export function isExemptCategory(category: TaxCategory): category is ExemptCategory {
  return (exemptCategories as readonly string[]).includes(category);
}

/**
 * What rate a category allows: S one above 0, L and M any of 0 or more, all others exactly 0 (EN
 * 16931 BR-S-5, BR-Z-5, BR-E-5, BR-AE-5, BR-IC-5, BR-G-5, BR-AF-5, BR-AG-5).
 */
export function rateSuits(category: TaxCategory, rate: Decimal): boolean {
  const sign = decimalSign(rate);
  if (category === 'L' || category === 'M') return sign >= 0;
  return category === 'S' ? sign > 0 : sign === 0;
}
