import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { PlusIcon } from '@heroicons/react/24/outline';
import { Link } from 'react-router';
import { LoadMore } from '../invoices/load-more';
import { RouteLink } from '../ui/link';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { ScheduleItem } from './schedule-item';
import { useSchedules } from './schedules-data';

/** The schedules of the account. */
export default function Recurring() {
  const list = useSchedules();
  return (
    <Page
      title="Recurring"
      width={900}
      actions={
        <Button
          component={Link}
          to="/invoices/new?recurring=1"
          leftSection={<PlusIcon width={18} />}
        >
          New recurring invoice
        </Button>
      }
    >
      <Stack>
        <Text c="dimmed">
          A schedule issues the same invoice again and again, each with its own date and number.{' '}
          <RouteLink to="/help/recurring" underline="always">
            How recurring invoices work
          </RouteLink>
        </Text>
        <ScheduleList list={list} />
      </Stack>
    </Page>
  );
}

function ScheduleList({ list }: { list: ReturnType<typeof useSchedules> }) {
  const { data, error, refetch, ...more } = list;
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = more;
  if (data === undefined) {
    if (error !== null) return <LoadProblem error={error} retry={() => void refetch()} />;
    return <Skeleton h={180} />;
  }
  if (data.length === 0) return <Text role="status">There are no schedules yet.</Text>;
  return (
    <>
      <Stack
        component="ul"
        gap="sm"
        m={0}
        p={0}
        aria-label="Schedules"
        style={{ listStyle: 'none' }}
      >
        {data.map((schedule) => (
          <ScheduleItem key={schedule.id} schedule={schedule} />
        ))}
      </Stack>
      {hasNextPage && (
        <LoadMore
          busy={isFetchingNextPage}
          error={isFetchNextPageError ? error : null}
          load={() => void fetchNextPage({ cancelRefetch: false })}
        />
      )}
    </>
  );
}
