import { NativeSelect, Text } from '@mantine/core';
import { type FieldName, type Reading } from './import-data';
import { fieldGroups } from './import-fields';
import classes from './import.module.css';

interface ColumnRowProps {
  readonly column: Reading['columns'][number];
  readonly field: FieldName | undefined;
  readonly onChange: (field: FieldName | undefined) => void;
}

const choices = [
  { value: '', label: 'Not imported' },
  ...fieldGroups.map(({ group, items }) => ({ group, items: [...items] })),
];

/** One column of the file: its name, what stands in it, and what it becomes. */
export function ColumnRow({ column: { name, samples }, field, onChange }: ColumnRowProps) {
  return (
    <div className={classes['column']}>
      <div className={classes['cell']}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {samples.length === 0 ? 'Empty' : samples.join(' · ')}
        </Text>
      </div>
      <NativeSelect
        aria-label={`What the column “${name}” becomes`}
        data={choices}
        value={field ?? ''}
        onChange={({ currentTarget: { value } }) => {
          onChange(value === '' ? undefined : (value as FieldName));
        }}
      />
    </div>
  );
}
