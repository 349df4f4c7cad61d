import { currencyDecimals, formatMinor } from '../money/currency.js';
import { decimalText, decimalTextPadded } from '../money/decimal.js';
import { decimalOf } from '../money/checked-decimal.js';
import { isolated, withoutMarks } from './direction.js';

/**
 * Intl formats are costly to make and the same for every invoice in a language. There are 17,000 pairs of
 * languages and currencies, so that only so many are kept.
 */
const formatsMax = 500;
const numberFormats = new Map<string, Intl.NumberFormat>();
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const monthFormats = new Map<string, Intl.DateTimeFormat>();
const regionNames = new Map<string, Intl.DisplayNames>();

/** With it, Intl asks for right-to-left order: the currency on the left of the figure. */
const rightToLeftMark = '\u200f';

function cached<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const known = formats.get(key);
  if (known !== undefined) return known;
  if (formats.size >= formatsMax) formats.clear();
  const made = make();
  formats.set(key, made);
  return made;
}

/**
 * Digits 0 to 9 and the Gregorian calendar in every language: what is printed can be read by every
 * accountant and every program, and says the same as the JSON does.
 */
function localeOf(language: string): string {
  return `${language}-u-ca-gregory-nu-latn`;
}

/** The name of a country in a language. */
export function countryName(code: string, language: string): string | undefined {
  const make = () => new Intl.DisplayNames([language], { type: 'region' });
  return cached(regionNames, language, make).of(code);
}

function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  // Always grouped: Spanish and Polish leave out the separator of four digits, which looks odd in a column.
  const make = () =>
    new Intl.NumberFormat(localeOf(language), { ...options, useGrouping: 'always' });
  return cached(numberFormats, language + JSON.stringify(options), make);
}

/** Intl formats decimal text exactly, without a detour over a float (ECMA-402, "NumberFormat v3"). */
function exact(format: Intl.NumberFormat, decimal: string): string {
  return format.format(decimal as Intl.StringNumericLiteral);
}

/** How amounts, numbers and days of one invoice are written. */
export class TextFormats {
  private readonly decimals: number;

  constructor(
    private readonly language: string,
    private readonly currency: string,
  ) {
    this.decimals = currencyDecimals(currency) ?? 2;
  }

  /** An amount with its currency: "$1,234.50". */
  money(minor: bigint): string {
    const decimal = formatMinor(minor, this.decimals);
    const text = exact(this.currencyFormat(this.decimals), decimal);
    if (!text.includes(rightToLeftMark)) return withoutMarks(text);
    const figure = this.withoutCurrency(decimal, this.decimals);
    return withoutMarks(text).replace(figure, isolated(figure));
  }

  /** An amount alone, for columns whose head names the currency: "1,234.50". */
  amount(minor: bigint): string {
    return this.withoutCurrency(formatMinor(minor, this.decimals), this.decimals);
  }

  /** A price of one unit: the currency's decimals, or more where it has them. */
  unitPrice(price: string): string {
    return this.withoutCurrency(decimalTextPadded(decimalOf(price), this.decimals), 6);
  }

  /** A rate in percent, with the sign where the language has it: "19%", "19 %", "%19". */
  percent(rate: string): string {
    const { digits, scale } = decimalOf(rate);
    const format = numberFormat(this.language, { style: 'percent', maximumFractionDigits: 6 });
    return withoutMarks(exact(format, decimalText({ digits, scale: scale + 2 })));
  }

  /** A quantity or an exchange rate. */
  decimal(text: string): string {
    const figure = exact(numberFormat(this.language, { maximumFractionDigits: 10 }), text);
    const plain = withoutMarks(figure);
    // A unit may follow, and a sign would go to its other side.
    return figure === plain ? plain : isolated(plain);
  }

  /** A calendar day in words. */
  day(day: string): string {
    const format = cached(dayFormats, this.language, () => dayFormat(this.language));
    return format.format(new Date(`${day}T00:00:00Z`));
  }

  /** The days from one to another in words, both included. */
  days(start: string, end: string): string {
    const [from, to] = [start, end].map((day) => new Date(`${day}T00:00:00Z`));
    const format = cached(dayFormats, this.language, () => dayFormat(this.language));
    return format.formatRange(from as Date, to as Date);
  }

  /** The month of a calendar day in words, with its year. */
  month(day: string): string {
    const make = () =>
      new Intl.DateTimeFormat(localeOf(this.language), {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      });
    return cached(monthFormats, this.language, make).format(new Date(`${day}T00:00:00Z`));
  }

  /** Amounts have separators of their own in some countries: "1 234,5 kg" but "1 234.50 CHF" (fr-CH). */
  private withoutCurrency(decimal: string, decimalsMax: number): string {
    const format = this.currencyFormat(decimalsMax);
    const parts = format.formatToParts(decimal as Intl.StringNumericLiteral);
    const figure = parts.filter(({ type }) => type !== 'currency' && type !== 'literal');
    return withoutMarks(figure.map(({ value }) => value).join(''));
  }

  private currencyFormat(decimalsMax: number): Intl.NumberFormat {
    return numberFormat(this.language, {
      style: 'currency',
      currency: this.currency,
      minimumFractionDigits: this.decimals,
      maximumFractionDigits: decimalsMax,
    });
  }
}

function dayFormat(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
}
