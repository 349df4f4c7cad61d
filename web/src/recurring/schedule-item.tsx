import { Anchor, Badge, Card, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { day } from '../ui/formats';
import { endOf, rhythm, statusNames } from './schedule-words';
import { type ScheduleSummary } from './schedules-data';

/** A schedule in the list: for whom, how often, what comes next, and whether something has to be mended. */
export function ScheduleItem({ schedule }: { schedule: ScheduleSummary }) {
  const { id, name, recipient_name: recipient, next_date: next, failed } = schedule;
  return (
    <Card component="li" withBorder padding="md">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div style={{ minWidth: 0, flex: '1 1 16rem', overflowWrap: 'anywhere' }}>
          <Anchor component={Link} to={`/recurring/${id}`} fw={600}>
            {name}
          </Anchor>
          {recipient !== name && <Text size="sm">{recipient}</Text>}
          <Text size="sm" c="dimmed">
            {rhythm(schedule)}, {endOf(schedule)}
          </Text>
        </div>
        <Group gap="xs">
          <FailedBadge count={failed} />
          <StatusBadge status={schedule.status} />
          {next !== null && <Text size="sm">Next {day(next)}</Text>}
        </Group>
      </Group>
    </Card>
  );
}

/** Whether a schedule issues invoices, in a word. */
export function StatusBadge({ status }: Pick<ScheduleSummary, 'status'>) {
  return (
    <Badge variant={status === 'active' ? undefined : 'default'} tt="none" radius="sm">
      {statusNames[status]}
    </Badge>
  );
}

/** How many periods have no invoice because of a fault; nothing where all have theirs. */
export function FailedBadge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Badge color="red" variant="light" tt="none" radius="sm" c="var(--mantine-color-error)">
      {count === 1 ? '1 not issued' : `${count} not issued`}
    </Badge>
  );
}
