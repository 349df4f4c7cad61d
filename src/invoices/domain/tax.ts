import { type Decimal } from '../../money/decimal.js';
import { type TaxCategory } from '../../money/tax-category.js';

/**
 * A tax on a line or adjustment; the rate is in percent. Taxes are the same when all values are.
 */
export interface Tax {
  readonly name: string;
  readonly rate: Decimal;
  readonly category: TaxCategory;
  /** Taken on the net amount and the taxes beside it that are not compound themselves. */
  readonly compound?: boolean | undefined;
  /** Why nothing is charged, in the sender's own words. */
  readonly exemptionReason?: string | undefined;
}
