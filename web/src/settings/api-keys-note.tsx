import { TextInput } from '@mantine/core';
import { type TextField } from '../ui/json-form';

/** What people write down about a key for themselves. */
export function KeyNote(field: TextField) {
  return (
    <TextInput
      label="Note"
      description="Optional: where it is stored, or who looks after it."
      autoComplete="off"
      {...field}
    />
  );
}
