import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { distance } from 'fastest-levenshtein';
import { type Fault, InvalidRequest } from '../errors/app-error.js';
import { pointer } from '../errors/pointer.js';
import { object, type Problem } from './checks.js';
import { checkConstraint, missing, untouchedFields } from './fields.js';
import { sizeFaults } from './request-size.js';

/** More faults than this are not told. */
const faultsMax = 1_000;

type Path = readonly (string | number)[];

/** A request read as its class, with every fault found; `value` may be used only where `faults` is empty. */
export interface ReadRequest<T> {
  readonly value: T;
  readonly faults: readonly Fault[];
  /** Whether the fields were looked at: not those of a body that is no object, or far too large. */
  readonly isRead: boolean;
}

/** Holds `body` against the fields of `type` and reports all faults at once, unknown fields included. */
export function readRequest<T extends object>(type: new () => T, body: unknown): ReadRequest<T> {
  const problem = object(body);
  if (problem !== undefined) {
    return { value: new type(), faults: [{ pointer: '', ...problem }], isRead: false };
  }
  const tooLarge = sizeFaults(body);
  if (tooLarge.length > 0) return { value: new type(), faults: tooLarge, isRead: false };
  const value = instanceOf(type, body as object);
  const errors = validateSync(value, { whitelist: true, forbidNonWhitelisted: true });
  const faults: Fault[] = [];
  for (const fault of faultsIn(errors, [])) if (faults.push(fault) >= faultsMax) break;
  return { value, faults: [...faults, ...lostFaults(body, value, [])], isRead: true };
}

/** class-transformer stumbles over names such as "constructor", also in objects whose names are the caller's. */
function instanceOf<T extends object>(type: new () => T, body: object): T {
  const kept = untouchedFields(type.prototype as object);
  const isKept = ([name]: [string, unknown]) => kept.includes(name);
  const entries = Object.entries(body);
  const value = plainToInstance(
    type,
    Object.fromEntries(entries.filter((entry) => !isKept(entry))),
  );
  return Object.assign(value, Object.fromEntries(entries.filter(isKept)));
}

/** The same for where nothing further is checked. @throws InvalidRequest */
export function validRequest<T extends object>(type: new () => T, body: unknown): T {
  const { value, faults } = readRequest(type, body);
  if (faults.length > 0) throw new InvalidRequest(faults);
  return value;
}

/**
 * What class-transformer drops or lets through unseen: fields named like a member of every object
 * ("toString"), and lists where an object is expected.
 */
function lostFaults(source: unknown, value: unknown, path: Path): Fault[] {
  if (Array.isArray(source) && Array.isArray(value)) {
    return source.flatMap((part: unknown, index) => {
      const problem = Array.isArray(part) ? object(part) : undefined;
      return problem === undefined
        ? lostFaults(part, value[index], [...path, index])
        : [{ pointer: pointer(...path, index), ...problem }];
    });
  }
  if (!isPart(value)) return [];
  return Object.entries(source as object).flatMap(([name, part]: [string, unknown]) =>
    Object.hasOwn(value, name)
      ? lostFaults(part, value[name], [...path, name])
      : [{ pointer: pointer(...path, name), ...unknownField(name, fieldNames(value)) }],
  );
}

/** Whether a value was read as a class with fields of its own. */
function isPart(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.getPrototypeOf(value) !== Object.prototype
  );
}

/** One after the other, because a hint takes time and nobody reads ten thousand of them. */
function* faultsIn(errors: readonly ValidationError[], parents: Path): Generator<Fault> {
  for (const error of errors) {
    const path = [...parents, error.property];
    const own = ownFault(error, path);
    if (own === undefined) yield* faultsIn(error.children ?? [], path);
    else yield own;
  }
}

function ownFault(error: ValidationError, path: Path): Fault | undefined {
  const constraints = error.constraints ?? {};
  if ('whitelistValidation' in constraints) {
    return { pointer: pointer(...path), ...unknownField(error.property, fieldNames(error.target)) };
  }
  const problem = constraints[checkConstraint];
  if (problem !== undefined) {
    return { pointer: pointer(...path), ...(JSON.parse(problem) as Problem) };
  }
  return 'nestedValidation' in constraints
    ? { pointer: pointer(...path), ...(object(error.value) ?? missing) }
    : undefined;
}

/** What is wrong with a field of this name, where only those of `known` may stand. */
export function unknownField(name: string, known: readonly string[]): Problem {
  const near = nearest(name, known);
  return {
    code: 'unknown_field',
    message: `There is no field "${name.slice(0, 60)}" here.`,
    ...(near !== undefined && { hint: `Did you mean "${near}"?` }),
  };
}

/** The names of a class's fields, from the same metadata that validates them. */
function fieldNames(target: object | undefined): string[] {
  if (target === undefined) return [];
  const metadata = getMetadataStorage().getTargetValidationMetadatas(
    target.constructor,
    '',
    false,
    false,
  );
  return [...new Set(metadata.map((field) => field.propertyName))];
}

/** The known name that a typing error most likely meant: a few edits away, or the same words in another style. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > 60) return undefined;
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const ranked = known
    .map((candidate) => ({ candidate, edits: distance(plain(name), plain(candidate)) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  if (best !== undefined && best.edits <= Math.max(1, Math.floor(name.length / 3)))
    return best.candidate;
  return known.find((candidate) => candidate.split('_').includes(plain(name)));
}
