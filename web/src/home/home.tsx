import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { invoicesKey } from '../invoices/invoice-list';
import { InvoiceRows } from '../invoices/invoice-rows';
import { useSignedIn } from '../session/session';
import { useApiKeys } from '../settings/api-keys-data';
import { RouteLink } from '../ui/link';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { Checklist } from './checklist';
import { Figures } from './figures';
import { KeyRequests } from './key-requests';
import { stepsOf } from './steps';

export default function Home() {
  const { organization } = useSignedIn();
  const totals = useQuery({
    queryKey: [...invoicesKey, 'monthly-totals'],
    queryFn: () => answered(api.GET('/dashboard/monthly-totals')),
  });
  const latest = useQuery({
    queryKey: [...invoicesKey, 'latest'],
    queryFn: () =>
      answered(api.GET('/dashboard/invoices', { params: { query: { limit: latestCount } } })),
  });
  const keys = useApiKeys();
  const queries = [totals, latest, keys];
  const failed = queries.find(({ data, error }) => data === undefined && error !== null);
  if (failed !== undefined) {
    const retry = () => {
      for (const { error, refetch } of queries) if (error !== null) void refetch();
    };
    return (
      <Page title="Home">
        <LoadProblem error={failed.error} retry={retry} />
      </Page>
    );
  }
  // All at once, so that nothing moves when one answer comes after another.
  if (!totals.data || !latest.data || !keys.data) return <HomeSkeleton />;
  const invoices = latest.data.data;
  // A month with sums has an issued invoice, though the latest ones may all be drafts.
  const hasIssued =
    totals.data.currencies.length > 0 || invoices.some(({ status }) => status !== 'draft');
  return (
    <Page title="Home">
      <Stack gap="xl">
        <Checklist steps={stepsOf({ organization, hasIssued, keys: keys.data })} />
        {invoices.length === 0 ? (
          <Text c="dimmed">Your figures and latest invoices will appear here.</Text>
        ) : (
          <>
            <Figures currencies={totals.data.currencies} />
            <section aria-labelledby="latest-heading">
              <Title order={2} size="h4" mb="sm" id="latest-heading">
                Latest invoices
              </Title>
              <InvoiceRows invoices={invoices} />
              <RouteLink to="/invoices" display="inline-block" mt="sm">
                See all invoices
              </RouteLink>
            </section>
          </>
        )}
        <KeyRequests keys={keys.data} />
      </Stack>
    </Page>
  );
}

const latestCount = 5;

function HomeSkeleton() {
  return (
    <Page title="Home">
      <Stack gap="xl" role="status" aria-label="Loading">
        <Skeleton h={110} />
        <Skeleton h={300} />
        <Skeleton h={280} />
      </Stack>
    </Page>
  );
}
