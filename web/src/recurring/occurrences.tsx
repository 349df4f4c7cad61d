import { Anchor, Badge, Button, Group, List, Skeleton, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { answered, api } from '../api/client';
import { LoadMore } from '../invoices/load-more';
import { day } from '../ui/formats';
import { faultText, useJsonForm } from '../ui/json-form';
import { LoadProblem } from '../ui/load-problem';
import { ProblemAlert } from '../ui/problem-alert';
import { Section } from '../ui/section';
import { useSubmit } from '../ui/use-submit';
import {
  type Occurrence,
  type Schedule,
  useOccurrences,
  useReloadSchedules,
} from './schedules-data';

/** What became of the periods of a schedule: invoices, and faults that somebody has to decide on. */
export function Occurrences({ schedule }: { schedule: Schedule }) {
  const { data, error, refetch, ...more } = useOccurrences(schedule);
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = more;
  return (
    <Section title="Invoices">
      {data === undefined && error === null && <Skeleton h={120} />}
      {data === undefined && error !== null && (
        <LoadProblem error={error} retry={() => void refetch()} />
      )}
      {data?.length === 0 && (
        <Text size="sm" role="status">
          None yet.{' '}
          {schedule.next_date !== null && `The first one comes on ${day(schedule.next_date)}.`}
        </Text>
      )}
      {data !== undefined && data.length > 0 && (
        <Stack
          component="ul"
          gap="xs"
          m={0}
          p={0}
          aria-label="Invoices"
          style={{ listStyle: 'none' }}
        >
          {data.map((occurrence) => (
            <OccurrenceItem key={occurrence.date} schedule={schedule} occurrence={occurrence} />
          ))}
        </Stack>
      )}
      {hasNextPage && (
        <LoadMore
          busy={isFetchingNextPage}
          error={isFetchNextPageError ? error : null}
          load={() => void fetchNextPage({ cancelRefetch: false })}
        />
      )}
    </Section>
  );
}

interface OccurrenceProps {
  readonly schedule: Schedule;
  readonly occurrence: Occurrence;
}

function OccurrenceItem({ schedule, occurrence }: OccurrenceProps) {
  const { date, status, invoice_id: id, invoice_number: number } = occurrence;
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{day(date)}</Text>
        {id === null ? (
          <Badge
            variant={status === 'failed' ? 'light' : 'default'}
            {...(status === 'failed' && { color: 'red', c: 'var(--mantine-color-error)' })}
            tt="none"
            radius="sm"
          >
            {status === 'failed' ? 'Not issued' : 'Skipped'}
          </Badge>
        ) : (
          <Anchor component={Link} to={`/invoices/${id}`} size="sm" fw={600}>
            {number ?? 'Draft'}
          </Anchor>
        )}
      </Group>
      {status === 'failed' && <Failure schedule={schedule} occurrence={occurrence} />}
    </li>
  );
}

/** Why a period has no invoice, and what can be done about it. */
function Failure({ schedule: { id }, occurrence }: OccurrenceProps) {
  const { date, problem } = occurrence;
  const params = { path: { id, date } };
  const reload = useReloadSchedules();
  const form = useJsonForm({});
  const retry = useSubmit(form, async () => {
    try {
      await answered(api.POST('/dashboard/schedules/{id}/occurrences/{date}/retry', { params }));
    } finally {
      await reload();
    }
  });
  const skip = useSubmit(form, async () => {
    await answered(api.POST('/dashboard/schedules/{id}/occurrences/{date}/skip', { params }));
    await reload();
  });
  const faults = problem?.errors ?? [];
  const button = { variant: 'default', size: 'compact-sm' } as const;
  return (
    <Stack gap="xs" mt={4}>
      {form.problem !== undefined && form.problem.faults.length === 0 && (
        <ProblemAlert problem={form.problem} />
      )}
      {faults.length === 0 && <Text size="sm">{problem?.detail}</Text>}
      <List size="sm" style={{ overflowWrap: 'anywhere' }}>
        {faults.map((fault) => (
          <List.Item key={fault.pointer + fault.code}>
            {fault.pointer !== '' && <code>{fault.pointer}</code>} {faultText(fault)}
          </List.Item>
        ))}
      </List>
      <Group gap="xs">
        <Button
          {...button}
          aria-label={`Try again: ${day(date)}`}
          loading={retry.busy}
          onClick={retry.submit}
        >
          Try again
        </Button>
        <Button
          {...button}
          aria-label={`Skip: ${day(date)}`}
          loading={skip.busy}
          onClick={skip.submit}
        >
          Skip
        </Button>
      </Group>
    </Stack>
  );
}
