import { Card, Skeleton, Stack, Text } from '@mantine/core';
import { RouteLink } from '../ui/link';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { SeriesCard } from './series-card';
import { useSeries } from './series-data';

/** The number series of the account, each with the proof that nothing is missing in it. */
export default function Series() {
  const { data, error, refetch } = useSeries();
  return (
    <Page title="Number Series" width={900}>
      <Stack>
        <Text c="dimmed">
          Tax offices ask for invoice numbers without gaps. Have a series checked, and keep the
          report for your records.{' '}
          <RouteLink to="/help/invoices#series-report" underline="always">
            How it is proved
          </RouteLink>
        </Text>
        {data === undefined ? (
          error === null ? (
            <Skeleton h={120} />
          ) : (
            <LoadProblem error={error} retry={() => void refetch()} />
          )
        ) : data.length === 0 ? (
          <NoSeries />
        ) : (
          <Stack component="ul" m={0} p={0} aria-label="Series" style={{ listStyle: 'none' }}>
            {data.map((series) => (
              <SeriesCard key={series} series={series} />
            ))}
          </Stack>
        )}
      </Stack>
    </Page>
  );
}

function NoSeries() {
  return (
    <Card withBorder padding="lg">
      <Stack gap="xs">
        <Text fw={600}>No numbers yet</Text>
        <Text>With the first invoice that Finvo numbers, its series is listed here.</Text>
      </Stack>
    </Card>
  );
}
