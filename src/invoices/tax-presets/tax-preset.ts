import { type TaxCategory } from '../../money/tax-category.js';

/** What a preset stands for; `rate` is percent as decimal text. */
export interface PresetTax {
  readonly name: string;
  readonly rate: string;
  readonly category: TaxCategory;
  readonly compound: boolean;
  readonly exemptionReason: string | null;
}

/** A tax that an account uses again and again, under a name of its own such as "VAT 19". */
export interface TaxPreset {
  readonly id: string;
  readonly name: string;
  readonly tax: PresetTax;
  readonly createdAt: string;
}
