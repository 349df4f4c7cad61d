import { applyDecorators } from '@nestjs/common';
import { type Check, pattern, type Problem } from '../../common/http/checks.js';
import { Field, type FieldOptions, Untouched } from '../../common/http/fields.js';
import {
  compareDecimals,
  type DecimalFault,
  decimalSign,
  readDecimal,
} from '../../money/decimal.js';
import { isDay } from '../domain/days.js';

const decimalFaults: Readonly<Record<DecimalFault, Problem>> = {
  not_decimal: {
    code: 'not_a_number',
    message: 'Expected a decimal number.',
    hint: 'Send "1234.50" or 1234.5, without separators, sign + or exponent.',
  },
  too_many_digits: {
    code: 'too_many_digits',
    message: 'At most 12 digits may stand before the point.',
  },
  too_many_decimals: {
    code: 'too_many_decimals',
    message: 'At most 6 digits may stand after the point.',
  },
  precision_lost: {
    code: 'precision_lost',
    message: 'A JSON number of more than 15 digits has lost some on its way.',
    hint: 'Send it as a string.',
  },
};

/** Reads a value as an exact decimal and says what is wrong in the caller's words. */
const decimal: Check = (value) => {
  const reading = readDecimal(value);
  return reading.ok ? undefined : decimalFaults[reading.reason];
};

const notNegative: Check = (value) => {
  const reading = readDecimal(value);
  if (!reading.ok) return decimalFaults[reading.reason];
  return decimalSign(reading.value) < 0
    ? { code: 'out_of_range', message: 'This must not be negative.' }
    : undefined;
};

const hundred = { digits: 100n, scale: 0 };

const percentage: Check = (value) => {
  const reading = readDecimal(value);
  if (!reading.ok) return decimalFaults[reading.reason];
  const inRange = decimalSign(reading.value) >= 0 && compareDecimals(reading.value, hundred) <= 0;
  return inRange
    ? undefined
    : { code: 'out_of_range', message: 'Expected a percentage from 0 to 100.' };
};

const decimalSchema = {
  oneOf: [{ type: 'string', pattern: '^-?(0|[1-9]\\d{0,11})(\\.\\d{1,6})?$' }, { type: 'number' }],
};

/** An exact decimal, as text or as a JSON number taken by its shortest text. */
export function DecimalField(options: FieldOptions): PropertyDecorator {
  return Field(decimalSchema, decimal, options);
}

/** An amount of money of zero or more. */
export function Amount(options: FieldOptions): PropertyDecorator {
  return Field(decimalSchema, notNegative, options);
}

/** A percentage from 0 to 100. */
export function Percentage(options: FieldOptions): PropertyDecorator {
  return Field(decimalSchema, percentage, options);
}

const day: Check = (value) => {
  const expected = {
    max: 10,
    regex: /^\d{4}-\d{2}-\d{2}$/,
    expected: 'a date such as "2026-01-31"',
  };
  const problem = pattern(expected)(value);
  if (problem !== undefined) return problem;
  return isDay(value as string)
    ? undefined
    : { code: 'no_such_day', message: 'There is no such day in the calendar.' };
};

/** A calendar day `YYYY-MM-DD`. */
export function Day(options: FieldOptions): PropertyDecorator {
  return Field({ type: 'string', format: 'date' }, day, options);
}

const metadataEntriesMax = 50;
const metadataNameMax = 40;
const metadataValueMax = 500;

const metadata: Check = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { code: 'wrong_type', message: 'Expected an object of texts.' };
  }
  const entries = Object.entries(value);
  if (entries.length > metadataEntriesMax) {
    return { code: 'too_many', message: `At most ${metadataEntriesMax} entries are allowed.` };
  }
  return undefined;
};

/** What is wrong with one entry of metadata. */
export function metadataFault(name: string, value: unknown): Problem | undefined {
  if (name.length < 1 || name.length > metadataNameMax) {
    return {
      code: 'wrong_metadata',
      message: `Names of metadata may have 1 to ${metadataNameMax} characters.`,
    };
  }
  if (typeof value === 'string' && value.length <= metadataValueMax) return undefined;
  return {
    code: 'wrong_metadata',
    message: `Values of metadata must be texts of at most ${metadataValueMax} characters.`,
  };
}

/** Free data of the caller: stored and given back, never printed. */
export function Metadata(options: FieldOptions): PropertyDecorator {
  const schema = {
    type: 'object',
    additionalProperties: { type: 'string', maxLength: metadataValueMax },
  };
  return applyDecorators(Field(schema, metadata, options), Untouched());
}
