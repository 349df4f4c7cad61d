import { type ChangeEvent, type Dispatch } from 'react';
import { type Faults, type FormAction } from './form-state';
import { typedDecimal, usualSignOf } from './plain-decimal';

/** The properties of an input in this form. */
export interface FieldProps {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (
    event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>,
  ) => void;
  readonly onBlur: () => void;
}

/** The fields of the form, or of one entry of a list, by their pointers in it. */
export interface Fields {
  /** An input for a text; an empty one leaves the field out. */
  text(pointer: string): FieldProps;
  /** An input for a number, which may be typed as people write it ("1.234,50"). */
  decimal(pointer: string): FieldProps & { inputMode: 'decimal' };
  error(pointer: string): string | undefined;
  change(pointer: string, value: unknown): void;
}

interface Scope {
  readonly values: object;
  readonly faults: Faults | undefined;
  readonly dispatch: Dispatch<FormAction>;
  /** Where the scope is: by the ids of the entries, and by their numbers as the API counts them. */
  readonly place?: string;
  readonly pointer?: string;
}

const usualSign = usualSignOf(navigator.language);

/** Joins inputs to the state of the form. */
export function fieldsOf({ values, faults, dispatch, place = '', pointer = '' }: Scope): Fields {
  const change = (at: string, value: unknown) => {
    dispatch({ type: 'changed', place: place + at, value });
  };
  const error = (at: string) => faults?.[place + at];
  const text = (at: string): FieldProps => {
    const value = textAt(values, at);
    return {
      name: pointer + at,
      value,
      error: error(at),
      onChange: ({ currentTarget }) => {
        change(at, currentTarget.value === '' ? undefined : currentTarget.value);
      },
      onBlur: () => {
        if (value !== '') dispatch({ type: 'left', place: place + at });
      },
    };
  };
  const decimal = (at: string) => {
    const field = text(at);
    return {
      ...field,
      inputMode: 'decimal' as const,
      onBlur: () => {
        const plain = typedDecimal(field.value, usualSign);
        if (plain !== field.value) change(at, plain === '' ? undefined : plain);
        field.onBlur();
      },
    };
  };
  return { text, decimal, error, change };
}

function textAt(values: object, pointer: string): string {
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (node, part) => (node as Record<string, unknown> | null | undefined)?.[part],
      values,
    );
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}
