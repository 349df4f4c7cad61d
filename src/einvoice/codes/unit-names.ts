import { isUnitCode } from './unit-codes.js';
import { countNames } from './unit-names-counts.js';
import { measureNames } from './unit-names-measures.js';
import { packagingNames } from './unit-names-packagings.js';
import { timeNames } from './unit-names-times.js';

/**
 * Names by the code of Recommendation 20 or 21, divided by commas; they are searched by unitKey.
 */
export const unitNames: readonly (readonly [code: string, name: string])[] = [
  ...Object.entries(timeNames),
  ...Object.entries(countNames),
  ...Object.entries(measureNames),
  ...Object.entries(packagingNames),
].flatMap(([code, names]) =>
  names.split(',').map((name): [code: string, name: string] => [code, name.trim()]),
);

/**
 * Names that mean another amount in another language, so that none of them has a code: "u" is an
 * hour or a piece, "mo" a month or a megabyte, "mt" a month, a metre or a tonne, "md" a man-day or
 * a month, "mc" a month or a cubic metre, "fm" a running or a cubic metre, "to" a tonne or a
 * terabyte, "lata" years or a can, "dozen" twelve or boxes in Dutch, "dose" a portion or a can,
 * "pct" a percent or a packet, "година", "години" and "год" hours or years; gallons differ between
 * countries.
 */
export const ambiguousUnits: readonly string[] =
  'u mo mt md mc fm to lata dozen dose doses gal gallon gallons pct година години год'.split(' ');

/**
 * What differs in writing only is one key: width (NFKC), capitals with the Turkish i and ß,
 * accents, and dots, hyphens, underscores and spaces.
 */
export function unitKey(unit: string): string {
  return unit
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .normalize('NFKC')
    .replaceAll(/[\s._\u2010-\u2015-]+/g, ' ')
    .trim();
}

const codesByKey: ReadonlyMap<string, string> = new Map(
  unitNames.map(([code, name]) => [unitKey(name), code]),
);

const ambiguousKeys: ReadonlySet<string> = new Set(ambiguousUnits.map(unitKey));

/**
 * The code (BT-130) for a unit as people print it on invoices, or undefined where it is unknown or
 * means different amounts in different languages. The everyday name is looked for first, whatever
 * its capitals, accents, dots and hyphens: "KG" is KGM, "GB" a gigabyte and "STK" a piece, though
 * GB and STK are codes as well. Only then a text in capitals is taken as a code of BR-CL-23 of EN
 * 16931 1.3.16: "HUR", "C62", "XPK". Where two languages only count other things by one name, the
 * usual one wins: "st" and "kpl" are pieces. An ambiguous name is never a code either ("MD").
 */
export function unitCodeOf(unit: string): string | undefined {
  const key = unitKey(unit);
  const named = codesByKey.get(key);
  if (named !== undefined || ambiguousKeys.has(key)) return named;
  const code = unit.trim();
  return isUnitCode(code) ? code : undefined;
}

/** Examples for the hint of an error: names that have a code, and a code itself. */
export const hintUnits: readonly string[] = ['hours', 'days', 'pieces', 'kg', 'm²', 'month', 'C62'];
