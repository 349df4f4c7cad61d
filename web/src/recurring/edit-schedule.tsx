import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { InvoiceForm } from '../invoice-form/invoice-form';
import { type InvoiceValues, valuesOf } from '../invoice-form/invoice-values';
import { typed } from '../invoice-form/typed-request';
import { unkept } from '../invoice-form/unfinished-forms';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { type Schedule, useSchedule } from './schedules-data';

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
  const [initial] = useState<InvoiceValues>(() => valuesOf(typed(schedule.invoice)));
  return <InvoiceForm initial={initial} unfinished={unkept} schedule={schedule} />;
}
