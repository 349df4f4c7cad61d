/** What separates the decimals of a number. */
export const decimalMarks = ['point', 'comma'] as const;
export type DecimalMark = (typeof decimalMarks)[number];

/** What the cells of a file show: one reading, none that matters, or that a person has to say it. */
export type Evidence<Reading> =
  | { readonly reading: Reading }
  /** Either reading is possible, or the cells contradict each other; `at` is the first such cell. */
  | { readonly unclear: 'either' | 'both'; readonly at: number };

/** No figure is longer, and patterns that are tried on longer texts take their time. */
const figureLengthMax = 60;

const spaces = /[\s\u00A0\u202F'’]/g;

/**
 * What a number shows: `1.234,50` and `12,5` have a decimal comma, `0.125` a decimal point; `1.234` could
 * be either, and `10` shows nothing.
 */
export function markOf(cell: string): DecimalMark | 'either' | undefined {
  const figure = cell
    .replaceAll(spaces, '')
    .replace(/%$/, '')
    .replace(/^[-+−]/, '');
  if (cell.length > figureLengthMax || !/^[\d.,]+$/.test(figure)) return undefined;
  const marks = figure.replaceAll(/\d/g, '');
  const last: DecimalMark = marks.endsWith('.') ? 'point' : 'comma';
  if (marks === '' || marks === figure) return undefined;
  if (new Set(marks).size > 1) return last;
  // The same mark twice separates thousands.
  if (marks.length > 1) return last === 'point' ? 'comma' : 'point';
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(figure) ? 'either' : last;
}

/** The decimal mark of a file, from the cells of all its columns of numbers. */
export function decimalMarkOf(cells: readonly string[]): Evidence<DecimalMark> {
  const marks = cells.map(markOf);
  const point = marks.indexOf('point');
  const comma = marks.indexOf('comma');
  if (point >= 0 && comma >= 0) return { unclear: 'both', at: Math.max(point, comma) };
  if (point >= 0) return { reading: 'point' };
  if (comma >= 0) return { reading: 'comma' };
  const either = marks.indexOf('either');
  return either >= 0 ? { unclear: 'either', at: either } : { reading: 'point' };
}

const patterns: Readonly<Record<DecimalMark, { plain: RegExp; grouped: RegExp; group: RegExp }>> = {
  point: {
    plain: /^-?\d*(\.\d+)?$/,
    grouped: /^-?\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?$/,
    group: /,/g,
  },
  comma: {
    plain: /^-?\d*(,\d+)?$/,
    grouped: /^-?\d{1,3}(\.\d{2,3})*\.\d{3}(,\d+)?$/,
    group: /\./g,
  },
};

/** A number of a file as the decimal text of a request (`1.234,50` → `1234.50`), or undefined if it is none. */
export function figureText(cell: string, mark: DecimalMark): string | undefined {
  if (cell.length > figureLengthMax) return undefined;
  const compact = cell.trim().replaceAll(spaces, '').replace('−', '-').replace(/^\+/, '');
  const { plain, grouped, group } = patterns[mark];
  if (!/\d/.test(compact) || !(plain.test(compact) || grouped.test(compact))) return undefined;
  return plainText(compact.replaceAll(group, '').replace(',', '.'));
}

/** Without zeros in front, and with one before a point: the form of JSON's numbers. */
function plainText(figure: string): string {
  const [, sign = '', integer = '', fraction = ''] = /^(-?)(\d*)(.*)$/.exec(figure) ?? [];
  return sign + (integer.replace(/^0+(?=\d)/, '') || '0') + fraction;
}
