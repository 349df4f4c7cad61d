import { Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type ScheduleRequest } from './schedules-data';
import { DateList } from './upcoming-dates';

const pauseMs = 300;
const shownMax = 4;

interface PlannedDatesProps {
  readonly body: ScheduleRequest;
  /** A schedule that is there goes on where it stands, which a preview does not know. */
  readonly isNew: boolean;
}

/** The first dates that a schedule would have, as its fields stand. */
export function PlannedDates({ body, isNew }: PlannedDatesProps) {
  const [asked] = useDebouncedValue(JSON.stringify(body), pauseMs);
  const { data, isError } = useQuery({
    queryKey: ['schedule-preview', asked],
    queryFn: ({ signal }) =>
      answered(
        api.POST('/dashboard/schedules/preview', {
          body: JSON.parse(asked) as ScheduleRequest,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    enabled: isNew,
    retry: false,
  });
  if (!isNew)
    return (
      <Text size="sm" c="dimmed">
        Changes hold from the next invoice on.
      </Text>
    );
  if (isError)
    return (
      <Text size="sm" c="dimmed" role="status">
        The dates appear here when the invoice and the schedule have no faults.
      </Text>
    );
  if (data === undefined) return <Skeleton h={130} />;
  return (
    <Stack gap={4} role="status" aria-label="First dates">
      <Text size="sm" fw={600}>
        {data.due_now === 0 ? 'First dates' : dueNow(data.due_now)}
      </Text>
      <DateList periods={data.upcoming.slice(0, Math.max(shownMax, data.due_now))} />
    </Stack>
  );
}

function dueNow(count: number): string {
  return count === 1
    ? 'The first invoice is issued at once'
    : `The first ${count} invoices are issued at once`;
}
