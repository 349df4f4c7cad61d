import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { type InvoiceSummary } from './create-request';
import { type Filters } from './filters';

const pageSize = 25;

type InvoicePage = components['schemas']['InvoiceListDto'];

/** Everything that shows invoices has a key that starts with this: forget it when there is a new one. */
export const invoicesKey = ['invoices'];

/** The invoices that pass the filters, newest first, page after page. */
export function useInvoices(filters: Filters & { readonly customer?: string }) {
  return useInfiniteQuery({
    queryKey: [...invoicesKey, 'list', filters],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filters, limit: pageSize, ...(pageParam !== '' && { cursor: pageParam }) };
      return answered(api.GET('/dashboard/invoices', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    select: rowsOf,
    // What is loaded may be forty pages: they are not all read again for a look at another tab.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
}

function rowsOf({ pages }: InfiniteData<InvoicePage>): InvoiceSummary[] {
  return pages.flatMap(({ data }) => data);
}
