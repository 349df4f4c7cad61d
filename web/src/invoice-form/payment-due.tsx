import { Stack, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Fields } from './fields';
import { type InvoiceValues } from './invoice-values';

const presets: Readonly<Record<string, string>> = {
  '0': 'On receipt',
  '7': 'In 7 days',
  '14': 'In 14 days',
  '30': 'In 30 days',
  '60': 'In 60 days',
};

interface PaymentDueProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
  /** The organization's own terms. */
  readonly usualDays: number | null | undefined;
  /** An invoice that comes again and again is never due on one certain date. */
  readonly repeats: boolean;
}

/** When payment is due: a date, a number of days, or as always. */
export function PaymentDue({ values, fields, usualDays, repeats }: PaymentDueProps) {
  const [mode, setMode] = useState(() => modeOf(values));
  const choose = (next: string) => {
    setMode(next);
    fields.change('/due_date', undefined);
    fields.change('/payment_terms_days', next in presets ? next : undefined);
  };
  return (
    <Stack gap="xs">
      <NativeSelect
        label="Payment due"
        data-speaks-for="/due_date"
        value={mode}
        onChange={({ currentTarget }) => {
          choose(currentTarget.value);
        }}
        data={[
          { value: '', label: usual(usualDays) },
          ...Object.entries(presets).map(([value, label]) => ({ value, label })),
          { value: 'days', label: 'In … days' },
          ...(repeats && mode !== 'date' ? [] : [{ value: 'date', label: 'On a date' }]),
        ]}
      />
      {mode === 'date' && <TextInput type="date" label="Due date" {...fields.text('/due_date')} />}
      {mode === 'days' && (
        <TextInput
          label="Days"
          inputMode="numeric"
          w={90}
          {...fields.text('/payment_terms_days')}
        />
      )}
    </Stack>
  );
}

function modeOf({ due_date: dueDate, payment_terms_days: days }: InvoiceValues): string {
  if (dueDate !== undefined) return 'date';
  if (days === undefined) return '';
  return String(days) in presets ? String(days) : 'days';
}

function usual(days: number | null | undefined): string {
  if (days == null) return 'No due date';
  return days === 0 ? 'As always: on receipt' : `As always: in ${days} days`;
}
