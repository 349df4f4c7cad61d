import {
  compareDecimals,
  type DecimalFault,
  decimalSign,
  readDecimal,
} from '../../money/decimal.js';
import { type Check, type Problem } from './checks.js';
import { Field, type FieldOptions } from './fields.js';

/** A decimal as a request may send it: text, or a JSON number. */
export type DecimalInput = string | number;

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
