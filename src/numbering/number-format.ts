/** The most characters an invoice number may have. */
export const invoiceNumberMax = 40;

/** The number format of an account that has chosen none. */
export const defaultNumberFormat = 'INV-{0001}';

/** Why a number format is refused. */
export type NumberFormatFault =
  | 'empty'
  | 'too_long'
  | 'bad_character'
  | 'unknown_token'
  | 'counter_missing'
  | 'counter_repeated'
  | 'month_without_year';

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'year' | 'shortYear' | 'month' }
  | { readonly kind: 'counter'; readonly width: number };

/** A number format that has passed `parseNumberFormat`. */
export interface NumberFormat {
  readonly tokens: readonly Token[];
}

/** What came of parsing: the format, or the reason why there is none. */
export type NumberFormatReading =
  | { readonly ok: true; readonly format: NumberFormat }
  | { readonly ok: false; readonly reason: NumberFormatFault };

/** Room that every format must leave, so that no series ends before 999,999,999 numbers. */
const counterWidthMin = 9;

const literalText = /^[A-Za-z0-9 ._/:#+()-]*$/;
const dateTokens: ReadonlyMap<string, 'year' | 'shortYear' | 'month'> = new Map([
  ['{YYYY}', 'year'],
  ['{YY}', 'shortYear'],
  ['{MM}', 'month'],
]);

/**
 * Reads a format such as `INV-{0001}` or `{YYYY}{MM}-{001}`: exactly one counter (`{1}`, `{01}`,
 * `{001}` … by its width), `{YYYY}`, `{YY}`, `{MM}`, and ASCII letters, digits, inner spaces and
 * `._/:#+()-` between them. A month without a year is refused, because its numbers would repeat
 * after twelve months; `{YY}` repeats after a century.
 */
export function parseNumberFormat(text: string): NumberFormatReading {
  if (text === '') return refused('empty');
  if (text.length > 2 * invoiceNumberMax) return refused('too_long');
  const tokens: Token[] = [];
  for (const piece of text.split(/(\{[^{}]*\})/)) {
    const token = tokenOf(piece);
    if (typeof token === 'string') return refused(token);
    tokens.push(token);
  }
  const reason = text === text.trim() ? faultOf(tokens) : 'bad_character';
  return reason === undefined ? { ok: true, format: { tokens } } : refused(reason);
}

/**
 * The part of time within which the format counts: '' for ever, '2026' or '2026-11'.
 * The counter starts again at 1 in every new period.
 */
export function numberPeriod(format: NumberFormat, day: string): string {
  const kinds = new Set(format.tokens.map((token) => token.kind));
  if (kinds.has('month')) return day.slice(0, 7);
  return kinds.has('year') || kinds.has('shortYear') ? day.slice(0, 4) : '';
}

/**
 * The number for a day (`YYYY-MM-DD`) and a place in the series (1, 2, …). Throws a RangeError for
 * a text that is no day, a place that is no positive whole number, and beyond 40 characters.
 */
export function renderNumber(format: NumberFormat, day: string, sequence: number): string {
  const place = BigInt(sequence);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || place < 1n)
    throw new RangeError('A number needs a day and a place from 1.');
  const number = format.tokens.map((token) => rendered(token, day, place.toString())).join('');
  if (number.length > invoiceNumberMax) throw new RangeError('The invoice number is too long.');
  return number;
}

/**
 * Whether the text can name a series: a letter or digit, then up to 19 letters, digits and `._/-`.
 */
export const seriesName = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,19}$/;

/** The format of a named series that has none of its own. */
export function seriesNumberFormat(series: string): string {
  return `${series}-{0001}`;
}

function refused(reason: NumberFormatFault): NumberFormatReading {
  return { ok: false, reason };
}

function tokenOf(piece: string): Token | NumberFormatFault {
  if (literalText.test(piece)) return { kind: 'text', text: piece };
  const kind = dateTokens.get(piece);
  if (kind !== undefined) return { kind };
  if (/^\{0*1\}$/.test(piece)) return { kind: 'counter', width: piece.length - 2 };
  return /^\{[^{}]*\}$/.test(piece) ? 'unknown_token' : 'bad_character';
}

function faultOf(tokens: readonly Token[]): NumberFormatFault | undefined {
  const kinds = tokens.map((token) => token.kind);
  const counters = kinds.filter((kind) => kind === 'counter').length;
  if (counters !== 1) return counters === 0 ? 'counter_missing' : 'counter_repeated';
  const hasYear = kinds.includes('year') || kinds.includes('shortYear');
  if (kinds.includes('month') && !hasYear) return 'month_without_year';
  const width = tokens.reduce((sum, token) => sum + widthOf(token), 0);
  return width > invoiceNumberMax ? 'too_long' : undefined;
}

function widthOf(token: Token): number {
  if (token.kind === 'counter') {
    return token.width > counterWidthMin ? token.width : counterWidthMin;
  }
  return rendered(token, '2000-01-01', '').length;
}

function rendered(token: Token, day: string, place: string): string {
  switch (token.kind) {
    case 'text':
      return token.text;
    case 'year':
      return day.slice(0, 4);
    case 'shortYear':
      return day.slice(2, 4);
    case 'month':
      return day.slice(5, 7);
    case 'counter':
      return place.padStart(token.width, '0');
  }
}
