import { type Check, pattern } from '../../common/http/checks.js';
import { Field, type FieldOptions } from '../../common/http/fields.js';
import { isDay } from '../domain/days.js';

const day: Check = (value) => {
  const expected = {
    max: 10,
    regex: /^\d{4}-\d{2}-\d{2}$/,
    expected: 'a date such as "2026-01-31"',
  };
  const problem = pattern(expected)(value);
  if (problem !== undefined) return problem;
  return isDay(value)
    ? undefined
    : { code: 'no_such_day', message: 'There is no such day in the calendar.' };
};

/** A calendar day `YYYY-MM-DD`. */
export function Day(options: FieldOptions): PropertyDecorator {
  return Field({ type: 'string', format: 'date' }, day, options);
}
