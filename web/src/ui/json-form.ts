import { type ChangeEvent, useState } from 'react';
import { type ApiProblem, type Fault } from '../api/problem';
import { spokenHint } from './spoken-hint';

/** A request body under edit: its fields have the JSON pointers that the server's faults have. */
export interface JsonForm<T extends object> {
  readonly values: T;
  /** The refusal of the last attempt, until the next one. */
  readonly problem: ApiProblem | undefined;
  replace(values: T): void;
  setProblem(problem: ApiProblem | undefined): void;
  /** Puts a value where the pointer points; undefined takes the field out of the body. */
  change(pointer: string, value: unknown): void;
  at(pointer: string): unknown;
  error(pointer: string): string | undefined;
  /** The properties of a text input for the field at this pointer; an empty text leaves the field out. */
  text(pointer: string): TextField;
}

export interface TextField {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  onChange(event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>): void;
}

/** Keeps a request body and shows every fault at the field it points to (RFC 6901, RFC 9457). */
export function useJsonForm<T extends object>(initial: T | (() => T)): JsonForm<T> {
  const [values, setValues] = useState(initial);
  const [problem, setProblem] = useState<ApiProblem>();
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const change = (pointer: string, value: unknown) => {
    setValues((current) => withValue(current, partsOf(pointer), value) as T);
    setMended((current) => new Set(current).add(pointer));
  };
  const error = (pointer: string) =>
    mended.has(pointer)
      ? undefined
      : problem?.faults.filter((fault) => fault.pointer === pointer).map(faultText)[0];
  return {
    values,
    problem,
    replace: setValues,
    setProblem: (next) => {
      setProblem(next);
      setMended(new Set());
    },
    change,
    at: (pointer) => valueAt(values, partsOf(pointer)),
    error,
    text: (pointer) => {
      const value = valueAt(values, partsOf(pointer));
      return {
        name: pointer,
        value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
        error: error(pointer),
        onChange: ({ currentTarget }) => {
          change(pointer, currentTarget.value === '' ? undefined : currentTarget.value);
        },
      };
    },
  };
}

/** A fault as a sentence below its field. */
export function faultText({ message, hint, code }: Fault): string {
  if (hint === undefined) return message;
  return `${message} ${code === 'e_invoice_rule' ? spokenHint(hint) : hint}`;
}

function partsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(node: unknown, parts: readonly string[]): unknown {
  return parts.reduce<unknown>(
    (current, part) => (current as Record<string, unknown> | null | undefined)?.[part],
    node,
  );
}

/** A copy with one value changed; objects that become empty are left out, as nobody filled them in. */
export function withValue(
  node: unknown,
  [part, ...rest]: readonly string[],
  value: unknown,
): unknown {
  if (part === undefined) return value;
  if (Array.isArray(node)) {
    return (node as unknown[]).map((item, index) =>
      String(index) === part ? withValue(item, rest, value) : item,
    );
  }
  const { [part]: former, ...others } = (node ?? {}) as Record<string, unknown>;
  const next = withValue(former, rest, value);
  const empty = next === undefined || (isPlain(next) && Object.keys(next).length === 0);
  return empty ? others : { ...others, [part]: next };
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
