import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type JsonForm } from '../ui/json-form';

const choices = [
  { value: '', label: 'Never' },
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In 365 days' },
  { value: 'date', label: 'After a date' },
];

/** When a new key expires: never, after some days, or at the end of a day of the reader's own time zone. */
export function KeyExpiry<T extends object>({ form }: { form: JsonForm<T> }) {
  const [choice, setChoice] = useState('');
  const [day, setDay] = useState('');
  const choose = (value: string) => {
    setChoice(value);
    setDay('');
    form.change('/expires_in_days', /^\d+$/.test(value) ? Number(value) : undefined);
    form.change('/expires_at', value === 'date' ? '' : undefined);
  };
  return (
    <>
      <NativeSelect
        label="Expires"
        description="We remind you by mail and here before it does."
        data={choices}
        value={choice}
        onChange={({ currentTarget }) => {
          choose(currentTarget.value);
        }}
      />
      {choice === 'date' && (
        <TextInput
          type="date"
          label="Last day"
          description="The key works until the end of this day."
          name="/expires_at"
          value={day}
          error={form.error('/expires_at')}
          onChange={({ currentTarget: { value } }) => {
            setDay(value);
            form.change('/expires_at', endOf(value));
          }}
        />
      )}
    </>
  );
}

/** The first moment of the next day; an unfinished date stays as it is for the server to refuse. */
function endOf(day: string): string {
  const midnight = new Date(`${day}T00:00:00`);
  midnight.setDate(midnight.getDate() + 1);
  return Number.isNaN(midnight.getTime()) ? day : midnight.toISOString();
}
