import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answered, api, fetchFile } from '../api/client';
import { invoicesKey } from './invoice-list';

/** One invoice as the API answers it. */
export function useInvoice(id: string) {
  return useQuery({
    queryKey: ['invoice', id],
    queryFn: () => answered(api.GET('/dashboard/invoices/{id}', { params: { path: { id } } })),
  });
}

/** The PDF of an invoice: the same bytes for ever, and of a draft until it is changed here. */
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

/** Has the mails of an invoice, and how they fare wherever it is shown, read again. */
export function useReloadEmails(id: string): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: emailsKey(id) }),
      queries.invalidateQueries({ queryKey: ['invoice', id], exact: true }),
      queries.invalidateQueries({ queryKey: invoicesKey }),
    ]);
  };
}

/** The mails that were sent of an invoice, followed while one is on its way. */
export function useEmails(id: string) {
  const reload = useReloadEmails(id);
  const query = useQuery({
    queryKey: emailsKey(id),
    queryFn: () =>
      answered(api.GET('/dashboard/invoices/{id}/emails', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (isWaiting(state.data?.data) ? 2_000 : false),
  });
  const waiting = isWaiting(query.data?.data);
  const wasWaiting = useRef(false);
  useEffect(() => {
    // The list of invoices tells it too.
    if (wasWaiting.current && !waiting) void reload();
    wasWaiting.current = waiting;
  });
  return query;
}

function isWaiting(emails: readonly { readonly status: string }[] = []): boolean {
  return emails.some(({ status }) => status === 'queued');
}
