import { List, Skeleton, Text } from '@mantine/core';
import { day } from '../ui/formats';
import { LoadProblem } from '../ui/load-problem';
import { Section } from '../ui/section';
import { type Period, type Schedule, useUpcoming } from './schedules-data';

/** The next dates of a schedule. */
export function UpcomingDates({ schedule }: { schedule: Schedule }) {
  const { data, error, refetch } = useUpcoming(schedule);
  return (
    <Section title={schedule.status === 'paused' ? 'Next dates if resumed today' : 'Next dates'}>
      {data === undefined && error === null && <Skeleton h={140} />}
      {data === undefined && error !== null && (
        <LoadProblem error={error} retry={() => void refetch()} />
      )}
      {data?.length === 0 && <Text size="sm">There are none: it would end.</Text>}
      {data !== undefined && data.length > 0 && <DateList periods={data} />}
    </Section>
  );
}

/** Dates of invoices, with the period that each is for. */
export function DateList({ periods }: { periods: readonly Period[] }) {
  return (
    <List size="sm" spacing={4} listStyleType="none">
      {periods.map(({ date, period_end: end }) => (
        <List.Item key={date}>
          {day(date)}{' '}
          {end !== date && (
            <Text component="span" size="sm" c="dimmed">
              period until {day(end)}
            </Text>
          )}
        </List.Item>
      ))}
    </List>
  );
}
