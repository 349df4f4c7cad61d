import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { ArrowUpTrayIcon, PlusIcon } from '@heroicons/react/24/outline';
import { useState } from 'react';
import { Link } from 'react-router';
import { ApiProblem } from '../api/problem';
import { Batches } from '../batches/batches';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { ProblemAlert } from '../ui/problem-alert';
import { Exports } from './exports';
import { type Filters, useFilters } from './filters';
import { InvoiceFilters } from './invoice-filters';
import { useInvoices } from './invoice-list';
import { InvoiceRows } from './invoice-rows';
import { LoadMore } from './load-more';
import { useRoomy } from './roomy';
import { useScrollMemory } from './scroll-memory';

export default function Invoices() {
  const { filters, change, clear } = useFilters();
  const list = useInvoices(filters);
  const [refusal, setRefusal] = useState<{ filters: Filters; problem: ApiProblem | undefined }>();
  const filtered = Object.keys(filters).length > 0;
  if (list.data?.length === 0 && !filtered) return <NoInvoices />;
  const problem = list.data === undefined ? refusalOf(list.error) : undefined;
  return (
    <Page
      title="Invoices"
      actions={
        <Group gap="xs">
          <ImportLink />
          <Exports
            filters={filters}
            onProblem={(refused) => {
              setRefusal({ filters, problem: refused });
            }}
          />
        </Group>
      }
    >
      <Stack>
        <Batches />
        <InvoiceFilters filters={filters} problem={problem} onChange={change} onClear={clear} />
        {/* A refusal is one of these filters: others make it untrue. */}
        {refusal?.filters === filters && <ProblemAlert problem={refusal.problem} />}
        {problem === undefined ? <InvoiceList list={list} /> : <ProblemAlert problem={problem} />}
      </Stack>
    </Page>
  );
}

/** Filters that the server refuses: trying again would not help. */
function refusalOf(error: unknown): ApiProblem | undefined {
  return error instanceof ApiProblem && error.status === 422 ? error : undefined;
}

function InvoiceList({ list }: { list: ReturnType<typeof useInvoices> }) {
  const { data, error, refetch, ...more } = list;
  const { fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = more;
  const load = () => void fetchNextPage({ cancelRefetch: false });
  useScrollMemory(data !== undefined);
  if (data === undefined) {
    if (error !== null) return <LoadProblem error={error} retry={() => void refetch()} />;
    return <ListSkeleton />;
  }
  if (data.length === 0) return <Text role="status">No invoice passes these filters.</Text>;
  return (
    <Stack>
      <InvoiceRows invoices={data} />
      {hasNextPage && (
        <LoadMore
          busy={isFetchingNextPage}
          error={isFetchNextPageError ? error : null}
          load={load}
        />
      )}
      <Text size="sm" c="dimmed" ta="center" role="status">
        {shownText(data.length, hasNextPage)}
      </Text>
    </Stack>
  );
}

function shownText(count: number, more: boolean): string {
  if (more) return `The newest ${count} are shown.`;
  return count === 1 ? 'This is the only one.' : `These are all ${count}.`;
}

function ListSkeleton() {
  return (
    <Stack gap="xs" role="status" aria-label="Loading">
      <Skeleton h={40} />
      {Array.from({ length: 10 }, (_, index) => (
        <Skeleton key={index} h={48} />
      ))}
    </Stack>
  );
}

function ImportLink() {
  const roomy = useRoomy();
  return (
    <Button
      component={Link}
      to="/invoices/import"
      variant="default"
      leftSection={roomy && <ArrowUpTrayIcon width={18} />}
      px={roomy ? undefined : 'xs'}
    >
      Import CSV
    </Button>
  );
}

function NoInvoices() {
  return (
    <Page title="Invoices">
      <Stack align="flex-start">
        <Batches />
        <Text>There are no invoices yet. They appear here however they are made.</Text>
        <Group>
          <Button component={Link} to="/invoices/new" leftSection={<PlusIcon width={18} />}>
            Create your first invoice
          </Button>
          <ImportLink />
        </Group>
      </Stack>
    </Page>
  );
}
