import { type Fault } from '../errors/app-error.js';
import { pointer } from '../errors/pointer.js';

type Path = readonly (string | number)[];

/** The largest request that can be right has 1,000 lines of 10 taxes: 43,000 values. */
const valuesMax = 60_000;
/** No object of a request has as many fields, and no metadata as many entries. */
const fieldsMax = 100;
/** Well above every list's own limit, which is told together with all other faults. */
const entriesMax = 2_000;

/**
 * What is wrong with the size of a body: a look at each value would hold up every other request, as
 * a megabyte can hold half a million of them.
 */
export function sizeFaults(body: unknown): Fault[] {
  let values = 0;
  const faults: Fault[] = [];
  const visit = (part: unknown, path: Path): void => {
    if (typeof part !== 'object' || part === null) return;
    const isList = Array.isArray(part);
    const inner = isList ? [...part.entries()] : Object.entries(part);
    values += inner.length;
    if (inner.length > (isList ? entriesMax : fieldsMax)) {
      faults.push(tooMany(path, isList ? 'entries' : 'fields', inner.length));
    } else if (values <= valuesMax) {
      for (const [name, value] of inner) visit(value, [...path, name]);
    }
  };
  visit(body, []);
  return faults.length > 0 || values <= valuesMax ? faults : [tooMany([], 'values', values)];
}

function tooMany(path: Path, what: string, count: number): Fault {
  return {
    pointer: pointer(...path),
    code: 'too_many',
    message: `These are too many ${what} (${count}) to look at each of them.`,
  };
}
