import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { InvoiceForm } from '../invoice-form/invoice-form';
import { type InvoiceValues, valuesOf } from '../invoice-form/invoice-values';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { type Schedule, useSchedule } from './schedules-data';

/** Nothing is kept of what is changed until it is saved, and saving twice is saving once. */
const noDraft = { save: () => undefined, keyFor: () => '', forget: () => undefined };

/** The form of a schedule's invoice, and then of the schedule. */
export default function EditSchedule() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useSchedule(id);
  return (
    <Page title="Edit recurring invoice">
      {data === undefined && error === null && <Skeleton h={600} />}
      {data === undefined && error !== null && (
        <LoadProblem error={error} retry={() => void refetch()} />
      )}
      {data !== undefined && <EditForm key={data.id} schedule={data} />}
    </Page>
  );
}

function EditForm({ schedule }: { schedule: Schedule }) {
  // As it was when the form was opened: what is read again meanwhile must not change what is typed.
  const [initial] = useState<InvoiceValues>(() =>
    valuesOf(typed(schedule.invoice) as Schedule['invoice']),
  );
  return <InvoiceForm initial={initial} draft={noDraft} schedule={schedule} />;
}

/** A request as a person would have typed it: software may have sent numbers, and null for what it left out. */
function typed(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(typed);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(given.map(([name, part]) => [name, typed(part)]));
}
