import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';

export type ShareLink = components['schemas']['ShareLinkDto'];

const linksKey = (invoiceId: string) => ['invoice', invoiceId, 'share-links'];

/** The links of an invoice that work. */
export function useShareLinks(invoiceId: string) {
  const params = { path: { id: invoiceId } };
  return useQuery({
    queryKey: linksKey(invoiceId),
    queryFn: () => answered(api.GET('/dashboard/invoices/{id}/share-links', { params })),
    select: ({ data }) => data.filter(({ status }) => status === 'active'),
  });
}

/** Reads the links of an invoice again. */
export function useReloadShareLinks(invoiceId: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: linksKey(invoiceId) });
}
