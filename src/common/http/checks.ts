import { currencyDecimals } from '../../money/currency.js';
import { languages } from '../i18n/languages.js';
import { nearestLanguage } from '../i18n/nearest-language.js';

/** What is wrong with one value, in the caller's words. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** Looks at one value of a request and answers the first thing that is wrong with it. */
export type Check = (value: unknown) => Problem | undefined;

const wrongType = (expected: string, value: unknown): Problem => ({
  code: 'wrong_type',
  message: `Expected ${expected}, got ${typeName(value)}.`,
});

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Control characters but line feed and tab; a carriage return only in front of a line feed. */
const controlInText =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]|\r(?!\n)/;
/** On one line, nothing may change the direction or the line either. */
const controlInLine =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]/;

export interface TextRule {
  readonly max: number;
  readonly min?: number;
  /** Line feeds and tabs are allowed. */
  readonly multiline?: boolean;
  /** How many lines a text of several may have, because each of them takes room on the page. */
  readonly linesMax?: number;
}

/** Text of a bounded number of characters (Unicode code points) without control characters. */
export function text({ max, min = 1, multiline = false, linesMax = 20 }: TextRule): Check {
  const control = multiline ? controlInText : controlInLine;
  return (value) => {
    if (typeof value !== 'string') return wrongType('text', value);
    if (value.length > max && characterCount(value) > max) {
      return { code: 'too_long', message: `At most ${max} characters are allowed.` };
    }
    if (min > 0 && value.trim().length < min) {
      return min === 1
        ? { code: 'required', message: 'This must not be empty.' }
        : { code: 'too_short', message: `At least ${min} characters are needed.` };
    }
    if (!value.isWellFormed()) {
      return {
        code: 'not_text',
        message: 'This holds half of a surrogate pair, which is no text.',
      };
    }
    if (control.test(value)) return controlProblem(multiline);
    return value.split('\n', linesMax + 1).length > linesMax
      ? { code: 'too_many_lines', message: `At most ${linesMax} lines are allowed.` }
      : undefined;
  };
}

function characterCount(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

function controlProblem(multiline: boolean): Problem {
  return {
    code: 'control_character',
    message: multiline
      ? 'Control characters other than line feed and tab are not allowed.'
      : 'Line feeds, tabs and other control characters are not allowed here.',
  };
}

/** Text that matches a pattern; `expected` says the pattern in words. */
export function pattern(rule: TextRule & { regex: RegExp; expected: string }): Check {
  const asText = text(rule);
  return (value) => {
    const problem = asText(value);
    if (problem !== undefined) return problem;
    return rule.regex.test(value as string)
      ? undefined
      : { code: 'wrong_format', message: `Expected ${rule.expected}.` };
  };
}

/** A whole number in a range, as a JSON number. */
export function integer(min: number, max: number): Check {
  return (value) => {
    if (typeof value !== 'number') return wrongType('a whole number', value);
    return Number.isInteger(value) && value >= min && value <= max
      ? undefined
      : { code: 'out_of_range', message: `Expected a whole number from ${min} to ${max}.` };
  };
}

/** A whole number in a range as the text that a query carries. */
export function integerText(min: number, max: number): Check {
  return (value) =>
    typeof value === 'string' &&
    /^\d{1,9}$/.test(value) &&
    Number(value) >= min &&
    Number(value) <= max
      ? undefined
      : { code: 'out_of_range', message: `Expected a whole number from ${min} to ${max}.` };
}

/** The name of something that is looked up later, so that any text may be one. */
export const name: Check = (value) =>
  typeof value === 'string' ? undefined : wrongType('text', value);

/** One of a few words. */
export function choice(choices: readonly string[]): Check {
  return (value) => {
    if (typeof value !== 'string') return wrongType('text', value);
    return choices.includes(value)
      ? undefined
      : { code: 'not_a_choice', message: `Expected one of: ${choices.join(', ')}.` };
  };
}

/** A language that invoices can be written in, or one of the other words given. */
export function language(others: readonly string[] = []): Check {
  const known = choice([...languages, ...others]);
  return (value) => {
    const problem = known(value);
    if (problem === undefined || typeof value !== 'string') return problem;
    const meant = value.length > 60 ? undefined : nearestLanguage(value);
    return { ...problem, ...(meant !== undefined && { hint: `Did you mean "${meant}"?` }) };
  };
}

export const boolean: Check = (value) =>
  typeof value === 'boolean' ? undefined : wrongType('true or false', value);

/** An ISO 4217 currency in use. */
export const currency: Check = (value) => {
  if (typeof value !== 'string') return wrongType('a currency code such as "EUR"', value);
  if (currencyDecimals(value) !== undefined) return undefined;
  const upper = value.toUpperCase();
  return {
    code: 'unknown_currency',
    message: 'This is not an ISO 4217 currency code in use.',
    ...(value !== upper &&
      currencyDecimals(upper) !== undefined && { hint: `Did you mean "${upper}"?` }),
  };
};

/** An object, or a list with a bounded number of entries; what is inside is checked by its own fields. */
export const object: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? undefined
    : wrongType('an object', value);

/** A list of values that are checked one by one; the first one that is wrong speaks for the list. */
export function listOf(min: number, max: number, each: Check): Check {
  const asList = list(min, max);
  return (value) => {
    const problem = asList(value);
    if (problem !== undefined) return problem;
    for (const [index, entry] of (value as unknown[]).entries()) {
      const wrong = each(entry);
      if (wrong !== undefined) return { ...wrong, message: `Entry ${index + 1}: ${wrong.message}` };
    }
    return undefined;
  };
}

export function list(min: number, max: number): Check {
  return (value) => {
    if (!Array.isArray(value)) return wrongType('a list', value);
    if (value.length < min) {
      return {
        code: 'too_few',
        message: `At least ${min} ${min === 1 ? 'entry is' : 'entries are'} needed.`,
      };
    }
    return value.length > max
      ? { code: 'too_many', message: `At most ${max} entries are allowed, got ${value.length}.` }
      : undefined;
  };
}
