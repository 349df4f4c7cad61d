import { type Definition } from './definition';
import { errorGroups } from './error-codes';
import { type ErrorEntry } from './error-group';

/** A code as an entry of a table, with an address of its own. */
export function definitionOf({ code, status, meaning, action }: ErrorEntry): Definition {
  return {
    term: code,
    id: code,
    text: meaning,
    ...(status !== undefined && { note: `Status ${status}` }),
    ...(action !== undefined && { action }),
  };
}

/** The entry of one code. */
export function entryOf(code: string): Definition {
  const entry = errorGroups.flatMap(({ entries }) => entries).find((one) => one.code === code);
  if (entry === undefined) throw new Error(`There is no error code ${code}.`);
  return definitionOf(entry);
}
