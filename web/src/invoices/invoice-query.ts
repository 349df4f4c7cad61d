import { useQuery } from '@tanstack/react-query';
import { answered, api, fetchFile } from '../api/client';

/** One invoice as the API answers it. */
export function useInvoice(id: string) {
  return useQuery({
    queryKey: ['invoice', id],
    queryFn: () => answered(api.GET('/dashboard/invoices/{id}', { params: { path: { id } } })),
  });
}

/** The PDF of an invoice: the same bytes for ever. */
export function useInvoicePdf(id: string) {
  return useQuery({
    queryKey: ['invoice', id, 'pdf'],
    queryFn: () => fetchFile(`/dashboard/invoices/${encodeURIComponent(id)}/pdf`),
    staleTime: Infinity,
  });
}

/** The key of the mails of an invoice. */
export function emailsKey(id: string): string[] {
  return ['invoice', id, 'emails'];
}

/** The mails that were sent of an invoice, followed while one is on its way. */
export function useEmails(id: string) {
  return useQuery({
    queryKey: emailsKey(id),
    queryFn: () =>
      answered(api.GET('/dashboard/invoices/{id}/emails', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.data.some(({ status }) => status === 'queued') ? 2_000 : false,
  });
}
