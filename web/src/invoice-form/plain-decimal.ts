export type DecimalSign = '.' | ',';

const currencyWord = String.raw`(?:[A-Z]{0,2}\p{Sc}|[A-Z]{3}|kr\.?|Kč|zł|Ft|lei|Fr\.)`;
const currencyAround = new RegExp(`^${currencyWord}\\s*|\\s*${currencyWord}$`, 'gu');
const figure = /^\d[\d., ']*$|^[.,]\d+$/;

/**
 * A number as people write it ("1.234,50 €", "(1,000.00)", "19 %") as the API takes it ("1234.50"),
 * or undefined when it cannot be understood. `usualSign` decides where the number itself leaves it open.
 */
export function plainDecimal(text: string, usualSign: DecimalSign): string | undefined {
  const { negative, digits } = bare(text);
  if (!figure.test(digits)) return undefined;
  const sign = clearSignOf(digits) ?? usualSign;
  const at = digits.lastIndexOf(sign);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  const joined = withoutGroups(whole);
  if (joined === undefined || !/^\d*$/.test(fraction) || (at >= 0 && fraction === '')) {
    return undefined;
  }
  const shortest = joined.replace(/^0+(?=\d)/, '');
  return `${negative ? '-' : ''}${shortest}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * The same for a number that was typed: what the API takes already is never touched, and what cannot be
 * understood stays as it stands.
 */
export function typedDecimal(text: string, usualSign: DecimalSign): string {
  const trimmed = text.trim();
  if (/^-?\d+(\.\d+)?$/.test(trimmed)) return trimmed;
  return plainDecimal(trimmed, usualSign) ?? trimmed;
}

/** The decimal sign that a number makes clear by itself: in "1.234,5" a comma; in "1,234" it is open. */
export function clearSign(text: string): DecimalSign | undefined {
  const { digits } = bare(text);
  return figure.test(digits) ? clearSignOf(digits) : undefined;
}

/** How the browser's language writes decimals. */
export function usualSignOf(language: string): DecimalSign {
  return new Intl.NumberFormat(language).format(1.5).includes(',') ? ',' : '.';
}

function clearSignOf(digits: string): DecimalSign | undefined {
  const marks = (digits.match(/[.,]/g) ?? []) as DecimalSign[];
  const last = marks.at(-1);
  if (last === undefined) return undefined;
  const other = last === '.' ? ',' : '.';
  if (marks.includes(other)) return last;
  if (marks.length > 1) return other;
  const grouping = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  return grouping ? undefined : last;
}

/** Without currency, percent sign and spaces; a minus may stand in front, behind or be a pair of brackets. */
function bare(text: string): { negative: boolean; digits: string } {
  const even = text
    .trim()
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replaceAll('’', "'")
    .replaceAll('−', '-');
  const inner = /^\((.*)\)$/.exec(even)?.[1];
  const unsigned = (inner ?? even).replace(/\s*%$/, '');
  const minus = /^-\s*/.test(unsigned);
  const amount = unsigned.replace(/^-\s*/, '').replace(currencyAround, '');
  const signed = minus ? amount : amount.replace(/^-\s*|\s*-$/, '');
  const negative = inner !== undefined || minus || signed !== amount;
  const digits = signed.trim();
  return { negative, digits };
}

/** "1,234,567" and "12,34,567" in one piece; undefined when the groups are not groups of a number. */
function withoutGroups(whole: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole === '' ? '0' : whole;
  const mark = /[., ']/.exec(whole)?.[0] ?? '';
  const [first = '', ...groups] = whole.split(mark);
  const sound =
    /^\d{1,3}$/.test(first) &&
    groups.every((group) => /^\d{2,3}$/.test(group)) &&
    groups.at(-1)?.length === 3;
  return sound ? first + groups.join('') : undefined;
}
