import { type Fault } from '../common/errors/app-error.js';
import { pointer } from '../common/errors/pointer.js';
import { missing } from '../common/http/fields.js';
import { decimalSign, readDecimal } from '../money/decimal.js';
import {
  defaultTaxCategory,
  exemptCategories,
  isExemptCategory,
  rateSuits,
  taxCategories,
  type TaxCategory,
} from '../money/tax-category.js';
import { type ItemTaxDto } from './dto/tax.dto.js';

type Path = readonly (string | number)[];
type SentTax = Partial<Pick<ItemTaxDto, 'name' | 'rate' | 'category' | 'exemption_reason'>>;

/** The category of a tax whose rate can be read: as sent, else by its rate and whether there is a reason for none. */
export function categoryOf({ category, rate, exemption_reason: reason }: SentTax): TaxCategory {
  if (category != null) return category;
  const reading = readDecimal(rate);
  if (!reading.ok) return 'Z';
  return decimalSign(reading.value) === 0 && reason != null
    ? 'E'
    : defaultTaxCategory(reading.value);
}

/** What is wrong between the fields of a tax without preset; any of them may be missing or of a wrong type. */
export function taxFaults(tax: SentTax, path: Path): Fault[] {
  const needed = (['name', 'rate'] as const).filter((name) => tax[name] == null);
  if (needed.length > 0) {
    return needed.map((name) => ({ pointer: pointer(...path, name), ...missing }));
  }
  const reading = readDecimal(tax.rate);
  if (!reading.ok || (tax.category != null && !taxCategories.includes(tax.category))) return [];
  const category = categoryOf(tax);
  if (!rateSuits(category, reading.value)) return [rateFault(category, path)];
  if (tax.exemption_reason == null || isExemptCategory(category)) return [];
  return [
    {
      pointer: pointer(...path, 'exemption_reason'),
      code: 'exemption_reason_not_allowed',
      message: `A reason belongs to a tax of 0 % in one of the categories ${exemptCategories.join(', ')}.`,
    },
  ];
}

function rateFault(category: TaxCategory, path: Path): Fault {
  return {
    pointer: pointer(...path, 'category'),
    code: 'tax_category_rate',
    message:
      category === 'S'
        ? 'Category S needs a rate above 0.'
        : `Category ${category} needs the rate 0.`,
    ...(category === 'S' && {
      hint: 'For a rate of 0 use Z, or E, AE, K, G or O with its reason.',
    }),
  };
}
