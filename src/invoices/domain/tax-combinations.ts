import { addDecimals, type Decimal, decimalText, multiplyDecimals } from '../../money/decimal.js';
import { type Tax } from './tax.js';

/**
 * The set of taxes that a line or adjustment bears; amounts that bear the same set are taxed
 * together.
 */
export interface TaxCombination {
  /** Equal for equal sets; its order does not depend on the order of the lines. */
  readonly key: string;
  readonly taxes: readonly Tax[];
  /** What each tax comes to in percent of the net amount: a compound one is more than its rate. */
  readonly rates: readonly Decimal[];
  /** The sum of `rates`. */
  readonly rate: Decimal;
}

const noRate: Decimal = { digits: 0n, scale: 0 };
const hundred: Decimal = { digits: 100n, scale: 0 };

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
    const rates = ratesOnNet(distinct);
    const combination = { key, taxes: distinct, rates, rate: rates.reduce(addDecimals, noRate) };
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

/** A compound tax of c percent beside simple ones of r percent is c × (100 + r) / 100 percent of the net. */
function ratesOnNet(taxes: readonly Tax[]): Decimal[] {
  const hundredPlus = taxes
    .filter((tax) => tax.compound !== true)
    .reduce((sum, tax) => addDecimals(sum, tax.rate), hundred);
  return taxes.map((tax) => {
    if (tax.compound !== true) return tax.rate;
    const { digits, scale } = multiplyDecimals(tax.rate, hundredPlus);
    return { digits, scale: scale + 2 };
  });
}

/** Equal for taxes that form one group: the same in everything, whatever the zeros of the rate. */
export function taxKey(tax: Tax): string {
  const compound = tax.compound === true ? '+' : '';
  return `${tax.category}${compound} ${decimalText(tax.rate)} ${JSON.stringify([tax.name, tax.exemptionReason])}`;
}
