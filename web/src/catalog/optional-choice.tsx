import { Select } from '@mantine/core';
import { type JsonForm } from '../ui/json-form';

interface OptionalChoiceProps<Values extends object> {
  readonly form: JsonForm<Values>;
  readonly pointer: string;
  readonly label: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  /** What no choice means. */
  readonly none: string;
}

/** A choice that need not be made. */
export function OptionalChoice<Values extends object>({
  form,
  pointer,
  label,
  data,
  none,
}: OptionalChoiceProps<Values>) {
  const { value, ...field } = form.text(pointer);
  return (
    <Select
      label={label}
      placeholder={none}
      data={data}
      searchable
      selectFirstOptionOnChange
      clearable
      clearButtonProps={{ 'aria-label': none }}
      limit={200}
      nothingFoundMessage="Nothing has this name"
      {...field}
      value={value === '' ? null : value}
      onChange={(next) => {
        form.change(pointer, next ?? undefined);
      }}
    />
  );
}
