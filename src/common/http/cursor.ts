import { type IdPrefix, isId } from '../ids/id.js';
import { type Check, text } from './checks.js';
import { Field } from './fields.js';

/** The cursor behind a row: opaque to callers; it opens nothing, as a page is always of the caller's account. */
export function cursorAfter(id: string): string {
  return Buffer.from(id).toString('base64url');
}

/** The id in a cursor, or undefined when it is no cursor of a list of such rows. */
export function cursorPosition(prefix: IdPrefix, value: string): string | undefined {
  const id = Buffer.from(value, 'base64url').toString();
  return isId(prefix, id) && cursorAfter(id) === value ? id : undefined;
}

/** The query parameter that asks for the page behind a cursor. */
export function Cursor(prefix: IdPrefix): PropertyDecorator {
  const check: Check = (value) => {
    const problem = text({ max: 100 })(value);
    if (problem !== undefined) return problem;
    return cursorPosition(prefix, value as string) === undefined
      ? {
          code: 'wrong_cursor',
          message: 'This is no cursor.',
          hint: 'Take next_cursor of the page before.',
        }
      : undefined;
  };
  const description = 'next_cursor of the page before.';
  return Field({ type: 'string' }, check, { optional: true, description });
}
