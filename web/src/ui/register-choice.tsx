import { CodeSelect } from './code-select';
import { registers } from './identifier-schemes';
import { type TextField } from './json-form';

interface RegisterChoiceProps {
  readonly form: {
    text(pointer: string): Omit<TextField, 'onChange'>;
    change(pointer: string, value: unknown): void;
  };
  /** Where the party is. */
  readonly at?: string;
}

/** Which register the registration number of a party is of. */
export function RegisterChoice({ form, at = '' }: RegisterChoiceProps) {
  const pointer = `${at}/registration_scheme`;
  return (
    <CodeSelect
      label="Register"
      placeholder="Of the number, for e-invoices"
      data={registers}
      field={form.text(pointer)}
      onChoose={(code) => {
        form.change(pointer, code);
      }}
    />
  );
}
