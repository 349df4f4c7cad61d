import { type Fault } from '../common/errors/app-error.js';
import { pointer } from '../common/errors/pointer.js';
import { metadataFaults } from '../common/http/metadata.js';
import { secondLanguageFaults } from '../common/i18n/second-language.js';
import { currencyDecimals, toMinor } from '../money/currency.js';
import { readDecimal } from '../money/decimal.js';
import { addDays, compareDays, isDay } from './domain/days.js';
import { documentTypeFaults } from './document-type-faults.js';
import { type CreateInvoiceDto, type LineDiscountDto } from './dto/create-invoice.dto.js';
import { type TaxDto } from './dto/tax.dto.js';
import { taxFaults } from '../catalog/tax-faults.js';
import { particularsFaults } from './particulars-faults.js';
import { taxCurrencyFaults } from './tax-currency-faults.js';

type Path = readonly (string | number)[];

/** The parts of a request whose fields depend on each other; any of them may be missing or of a wrong type. */
type Unchecked = Partial<CreateInvoiceDto>;

/** How many different taxes an invoice may have. */
const differentTaxesMax = 50;

/**
 * What is wrong between the fields of a request: two of them exclude each other, or an amount has
 * more decimals than its currency. Looks only at what is there, so it can run on a request with other faults.
 */
export function requestFaults(
  request: Unchecked,
  settings: { currency: string; language: string; today: string },
): Fault[] {
  const decimals = currencyDecimals(request.currency ?? settings.currency);
  const amounts = new AmountFaults(decimals);
  entries(request.line_items).forEach((line, index) => {
    amounts.checkTaxes(line, ['line_items', index]);
    if (isObject(line.discount))
      amounts.checkReduction(line.discount, ['line_items', index, 'discount']);
  });
  for (const name of ['discounts', 'charges'] as const) {
    entries(request[name]).forEach((adjustment, index) => {
      amounts.checkTaxes(adjustment, [name, index]);
      amounts.checkReduction(adjustment, [name, index]);
    });
  }
  amounts.checkDecimals(request.expected_total, ['expected_total']);
  amounts.checkDecimals(request.cash_rounding, ['cash_rounding']);
  amounts.checkDecimals(request.prepaid_amount, ['prepaid_amount']);
  amounts.checkVariety();
  return [
    ...metadataFaults(request.metadata),
    ...numberFaults(request),
    ...documentTypeFaults(request, settings.today),
    ...dateFaults(request, settings.today),
    ...secondLanguageFaults(request.language ?? settings.language, request.second_language),
    ...particularsFaults(request),
    ...taxCurrencyFaults(request, request.currency ?? settings.currency),
    ...amounts.faults,
  ];
}

class AmountFaults {
  readonly faults: Fault[] = [];
  private readonly differentTaxes = new Set<string>();

  constructor(private readonly decimals: number | undefined) {}

  checkReduction(reduction: Partial<LineDiscountDto>, path: Path): void {
    const given = [reduction.percent, reduction.amount].filter((value) => value != null).length;
    if (given !== 1) {
      this.faults.push({
        pointer: pointer(...path),
        code: 'percent_or_amount',
        message:
          given === 0
            ? 'Either percent or amount is required.'
            : 'Send percent or amount, not both.',
      });
    }
    this.checkDecimals(reduction.amount, [...path, 'amount']);
  }

  /** Each different tax is a row of the totals and of the tax summary. */
  checkVariety(): void {
    if (this.differentTaxes.size <= differentTaxesMax) return;
    this.faults.push({
      pointer: '',
      code: 'too_many_taxes',
      message: `An invoice may have ${differentTaxesMax} different taxes, this one has ${this.differentTaxes.size}.`,
    });
  }

  checkTaxes(taxed: { tax_rate?: unknown; taxes?: unknown }, path: Path): void {
    if (Array.isArray(taxed.taxes)) {
      taxed.taxes.forEach((tax: unknown, index) => {
        this.differentTaxes.add(JSON.stringify(tax));
        if (isTaxOfItsOwn(tax)) this.faults.push(...taxFaults(tax, [...path, 'taxes', index]));
      });
    } else if (taxed.tax_rate != null) this.differentTaxes.add(JSON.stringify(taxed.tax_rate));
    if (taxed.tax_rate != null && taxed.taxes != null) {
      this.faults.push({
        pointer: pointer(...path, 'tax_rate'),
        code: 'tax_rate_or_taxes',
        message: 'Send tax_rate or taxes, not both.',
      });
    }
  }

  /** An amount may not have more decimals than its currency (ISO 4217); a price of one unit may. */
  checkDecimals(value: unknown, path: Path): void {
    const reading = readDecimal(value);
    if (value == null || !reading.ok || this.decimals === undefined) return;
    if (toMinor(reading.value, this.decimals) !== undefined) return;
    this.faults.push({
      pointer: pointer(...path),
      code: 'too_many_decimals',
      message: `Amounts in this currency have ${this.decimals} decimals.`,
    });
  }
}

/** What is wrong with where the number of a document is to come from. */
export function numberFaults({
  invoice_number: number,
  series,
}: Pick<Unchecked, 'invoice_number' | 'series'>): Fault[] {
  const faults: Fault[] = [];
  if (typeof number === 'string' && number !== number.trim()) {
    faults.push({
      pointer: '/invoice_number',
      code: 'wrong_format',
      message: 'The number must not start or end with a space.',
    });
  }
  if (number != null && series != null) {
    faults.push({
      pointer: '/series',
      code: 'number_or_series',
      message: 'Send your own invoice_number or a series that gives one, not both.',
    });
  }
  return faults;
}

function dateFaults(request: Unchecked, today: string): Fault[] {
  const { due_date: dueDate, payment_terms_days: termsDays } = request;
  const date = request.date ?? today;
  if (dueDate != null && termsDays != null) {
    const message = 'Send due_date or payment_terms_days, not both.';
    return [{ pointer: '/payment_terms_days', code: 'due_date_or_terms', message }];
  }
  if (!isDay(date)) return [];
  if (isDay(dueDate) && compareDays(dueDate, date) < 0) {
    const message = `The due date lies before the date of the invoice (${date}).`;
    return [{ pointer: '/due_date', code: 'due_before_date', message }];
  }
  return isBeyondCalendar(date, termsDays)
    ? [
        {
          pointer: '/payment_terms_days',
          code: 'no_such_day',
          message: 'The due date lies beyond the calendar that Finvo knows.',
        },
      ]
    : [];
}

function isBeyondCalendar(date: string, termsDays: unknown): boolean {
  return Number.isInteger(termsDays) && addDays(date, termsDays as number) === undefined;
}

function entries<T>(list: readonly T[] | undefined): readonly T[] {
  const values: unknown = list;
  return Array.isArray(values) ? values.map((value) => (isObject(value) ? value : {}) as T) : [];
}

/** Whether a tax has to be whole by itself: a preset is filled in before, or is unknown. */
function isTaxOfItsOwn(tax: unknown): tax is Partial<TaxDto> {
  return isObject(tax) && !Array.isArray(tax) && (tax as TaxDto).preset == null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** One fault a place is enough: a wrong type hides what else is wrong with the value. */
export function distinct(faults: readonly Fault[]): Fault[] {
  const byPointer = new Map<string, Fault>();
  for (const fault of faults) {
    if (!byPointer.has(fault.pointer)) byPointer.set(fault.pointer, fault);
  }
  return [...byPointer.values()];
}
