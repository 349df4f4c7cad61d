import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';

const pageSize = 10;

type AuditPage = components['schemas']['AuditLogDto'];
export type AuditEntry = components['schemas']['AuditEntryDto'];

/** What happened in the account, newest first, page after page. */
export function useAuditLog() {
  return useInfiniteQuery({
    queryKey: ['audit-log'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: pageSize, ...(pageParam !== '' && { cursor: pageParam }) };
      return answered(api.GET('/dashboard/audit-log', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    select: ({ pages }: InfiniteData<AuditPage>) => pages.flatMap(({ data }) => data),
    staleTime: 0,
  });
}
