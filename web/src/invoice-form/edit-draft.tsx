import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answered, api } from '../api/client';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { InvoiceForm } from './invoice-form';
import { valuesOf } from './invoice-values';
import { typed } from './typed-request';
import { unkept } from './unfinished-forms';

/** The form of a draft, filled with the request from which it is issued. */
export default function EditDraft() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['invoice', id, 'request'],
    queryFn: async () => {
      const params = { path: { id } };
      const request = await answered(api.GET('/dashboard/invoices/{id}/request', { params }));
      const { draft: _draft, ...content } = request;
      return valuesOf(typed(content));
    },
    // Read once each time it is opened: what is typed must not change below the hands.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Page title="Edit draft">
      {data === undefined && error === null && <Skeleton h={600} />}
      {data === undefined && error !== null && (
        <LoadProblem error={error} retry={() => void refetch()} />
      )}
      {data !== undefined && (
        <InvoiceForm key={id} initial={data} unfinished={unkept} draftId={id} />
      )}
    </Page>
  );
}
