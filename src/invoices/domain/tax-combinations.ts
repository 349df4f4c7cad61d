import { addDecimals, type Decimal, decimalText } from '../../money/decimal.js';
import { type Tax } from './tax.js';

/**
 * The set of taxes that a line or adjustment bears; amounts that bear the same set are taxed
 * together.
 */
export interface TaxCombination {
  /** Equal for equal sets; its order does not depend on the order of the lines. */
  readonly key: string;
  readonly taxes: readonly Tax[];
  /** The rates added up, in percent: several taxes on one line do not compound. */
  readonly rate: Decimal;
}

const noRate: Decimal = { digits: 0n, scale: 0 };

/**
 * The distinct taxes and sets of taxes of one invoice: equal ones are given back as the same
 * object.
 */
export class TaxCombinations {
  private readonly taxes = new Map<string, Tax>();
  private readonly combinations = new Map<string, TaxCombination>();
  private readonly seen = new Map<readonly Tax[], TaxCombination>();

  /** The one combination of these taxes, whatever their order and repetition. */
  of(taxes: readonly Tax[]): TaxCombination {
    const combination = this.seen.get(taxes) ?? this.find(taxes);
    this.seen.set(taxes, combination);
    return combination;
  }

  private find(taxes: readonly Tax[]): TaxCombination {
    const keys = [...new Set(taxes.map(taxKey))];
    const key = JSON.stringify(keys.sort());
    const known = this.combinations.get(key);
    if (known !== undefined) return known;
    const distinct = [...new Set(taxes.map((tax) => this.only(tax)))];
    const rate = distinct.reduce((sum, tax) => addDecimals(sum, tax.rate), noRate);
    const combination = { key, taxes: distinct, rate };
    this.combinations.set(key, combination);
    return combination;
  }

  private only(tax: Tax): Tax {
    const key = taxKey(tax);
    const known = this.taxes.get(key) ?? tax;
    this.taxes.set(key, known);
    return known;
  }
}

/** Equal for taxes that form one group: same category, same rate whatever its zeros, same name. */
export function taxKey(tax: Tax): string {
  return `${tax.category} ${decimalText(tax.rate)} ${tax.name}`;
}
