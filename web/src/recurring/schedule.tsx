import { Grid, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useParams } from 'react-router';
import { ApiProblem } from '../api/problem';
import { day } from '../ui/formats';
import { RouteLink } from '../ui/link';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { Section } from '../ui/section';
import { ScheduleActions } from './schedule-actions';
import { ScheduledInvoice } from './scheduled-invoice';
import { FailedBadge, StatusBadge } from './schedule-item';
import { Occurrences } from './occurrences';
import { UpcomingDates } from './upcoming-dates';
import { endOf, rhythm } from './schedule-words';
import { type Schedule, useSchedule } from './schedules-data';

/** One schedule: what it does, what comes next and what has become of its periods. */
export default function ScheduleScreen() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useSchedule(id);
  if (data !== undefined) return <SchedulePage schedule={data} />;
  if (error instanceof ApiProblem && error.status === 404) return <ScheduleNotFound />;
  return (
    <Page title="Recurring invoice">
      {error === null ? (
        <Skeleton h={420} />
      ) : (
        <LoadProblem error={error} retry={() => void refetch()} />
      )}
    </Page>
  );
}

function SchedulePage({ schedule }: { schedule: Schedule }) {
  return (
    <Page title={schedule.name} actions={<ScheduleActions schedule={schedule} />}>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack>
            <Facts schedule={schedule} />
            {schedule.status !== 'ended' && <UpcomingDates schedule={schedule} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <Occurrences schedule={schedule} />
            <ScheduledInvoice schedule={schedule} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Facts({ schedule }: { schedule: Schedule }) {
  const { status, failed, start_date: start, time_zone: timeZone } = schedule;
  return (
    <Section title="Schedule">
      <Group gap="xs">
        <StatusBadge status={status} />
        <FailedBadge count={failed} />
      </Group>
      <Text>
        {rhythm(schedule)}, {endOf(schedule)}
      </Text>
      <Text size="sm" c="dimmed">
        Counted from {day(start)}. Days begin at midnight in {timeZone}.
        {schedule.send_email && ' Each invoice is mailed to its recipient.'}
      </Text>
    </Section>
  );
}

function ScheduleNotFound() {
  return (
    <Page title="Schedule not found">
      <Text>
        There is no schedule at this address.{' '}
        <RouteLink to="/recurring">See all schedules</RouteLink>
      </Text>
    </Page>
  );
}
