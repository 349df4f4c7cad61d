import { Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type JsonForm } from '../ui/json-form';
import { type ScheduleTerms } from './schedule-terms';
import { units } from './schedule-words';

interface ScheduleFieldsProps {
  readonly form: JsonForm<ScheduleTerms>;
  /** Where invoices can be mailed to; nothing where they cannot. */
  readonly address: string | undefined;
}

/** When an invoice comes again, and until when. */
export function ScheduleFields({ form, address }: ScheduleFieldsProps) {
  const many = String(form.values.interval ?? 1).trim() === '1' ? 0 : 1;
  const frequency = form.text('/frequency');
  return (
    <>
      <TextInput label="Name" autoComplete="off" data-autofocus {...form.text('/name')} />
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput
          label="Every"
          inputMode="numeric"
          autoComplete="off"
          w={80}
          {...form.text('/interval')}
        />
        <NativeSelect
          label="Unit"
          style={{ flex: 1 }}
          {...frequency}
          data={Object.entries(units).map(([value, names]) => ({ value, label: names[many] }))}
        />
      </Group>
      <TextInput
        label="First invoice"
        description="All others are counted from this date. From the 31st on, shorter months have theirs on their last day."
        type="date"
        {...form.text('/start_date')}
      />
      <Ends form={form} />
      {address !== undefined && (
        <Checkbox
          label={`E-mail each invoice to ${address}`}
          name="/send_email"
          checked={form.values.send_email === true}
          onChange={({ currentTarget }) => {
            form.change('/send_email', currentTarget.checked ? true : undefined);
          }}
        />
      )}
      <Text size="sm" c="dimmed">
        {
          'Write {{month}} or {{period_start}} – {{period_end}} into a description or the notes, and each invoice names its own.'
        }
      </Text>
    </>
  );
}

type End = 'never' | 'date' | 'count';

function Ends({ form }: { form: JsonForm<ScheduleTerms> }) {
  const [end, setEnd] = useState<End>(() => endOf(form.values));
  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <NativeSelect
        label="Ends"
        style={{ flex: 1 }}
        value={end}
        onChange={({ currentTarget }) => {
          setEnd(currentTarget.value as End);
          form.change('/end_date', undefined);
          form.change('/occurrences', undefined);
        }}
        data={[
          { value: 'never', label: 'Never' },
          { value: 'date', label: 'On a date' },
          { value: 'count', label: 'After a number of invoices' },
        ]}
      />
      {end === 'date' && <TextInput label="Last day" type="date" {...form.text('/end_date')} />}
      {end === 'count' && (
        <TextInput
          label="Invoices"
          inputMode="numeric"
          autoComplete="off"
          w={110}
          {...form.text('/occurrences')}
        />
      )}
    </Group>
  );
}

function endOf({ end_date: endDate, occurrences }: ScheduleTerms): End {
  if (endDate !== undefined) return 'date';
  return occurrences === undefined ? 'never' : 'count';
}
