import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useInvoices } from '../invoices/invoice-list';
import { InvoiceRows } from '../invoices/invoice-rows';
import { LoadMore } from '../invoices/load-more';
import { LoadProblem } from '../ui/load-problem';

/** The invoices that were made for a customer. */
export function CustomerInvoices({ customerId }: { customerId: string }) {
  const list = useInvoices({ customer: customerId });
  return (
    <Stack component="section" gap="sm" aria-labelledby="customer-invoices">
      <Title order={2} size="h4" id="customer-invoices">
        Invoices
      </Title>
      <Rows list={list} />
    </Stack>
  );
}

function Rows({ list }: { list: ReturnType<typeof useInvoices> }) {
  const { data, error, refetch, fetchNextPage, hasNextPage } = list;
  if (data === undefined) {
    if (error !== null) return <LoadProblem error={error} retry={() => void refetch()} />;
    return <Skeleton h={120} />;
  }
  if (data.length === 0) return <Text c="dimmed">No invoice was made for this customer yet.</Text>;
  return (
    <>
      <InvoiceRows invoices={data} />
      {hasNextPage && (
        <LoadMore
          busy={list.isFetchingNextPage}
          error={list.isFetchNextPageError ? error : null}
          load={() => void fetchNextPage({ cancelRefetch: false })}
        />
      )}
    </>
  );
}
