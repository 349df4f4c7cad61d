/**
 * The VAT categories of EN 16931 (UNCL 5305) in use: standard, zero, exempt, reverse charge,
 * intra-EU, export, outside scope, Canary Islands, Ceuta and Melilla.
 */
export const taxCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M'] as const;

/** One of `taxCategories`. */
export type TaxCategory = (typeof taxCategories)[number];
