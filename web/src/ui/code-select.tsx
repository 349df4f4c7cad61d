import { Select } from '@mantine/core';
import { useState } from 'react';

/** A field as the forms of the dashboard know it. */
interface CodeField {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onBlur?: () => void;
}

interface CodeSelectProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly description?: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly field: CodeField;
  readonly onChoose: (code: string | undefined) => void;
}

/** A choice of the usual codes of a list, where any other code of it can be typed. */
export function CodeSelect({ data, field, onChoose, ...words }: CodeSelectProps) {
  const { name, value, error, onBlur } = field;
  const [typed, setTyped] = useState('');
  const code = typed.trim().toUpperCase();
  const others = [value, /^[0-9A-Z]{2,4}$/.test(code) ? code : ''].filter(
    (other) => other !== '' && data.every((known) => known.value !== other),
  );
  return (
    <Select
      {...words}
      {...{ name, error }}
      {...(onBlur && { onBlur })}
      data={[
        ...data,
        ...[...new Set(others)].map((other) => ({ value: other, label: `Code ${other}` })),
      ]}
      searchable
      openOnFocus={false}
      clearable
      clearButtonProps={{ 'aria-label': `No ${words.label.toLowerCase()}` }}
      nothingFoundMessage="Type the code itself for any other"
      limit={100}
      onSearchChange={setTyped}
      value={value === '' ? null : value}
      onChange={(next) => {
        onChoose(next ?? undefined);
      }}
    />
  );
}
