import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { dayMs } from '../ui/durations';

export type Batch = components['schemas']['BatchDto'];
export type BatchRow = components['schemas']['BatchRowDto'];

const pollEveryMs = 1_500;
/** The invoices below are what people come for. */
const shownMax = 5;
/** How long a batch is news after it is done. */
const recentMs = dayMs;

/** Batches that are not done, or were not long ago; asked for again and again while one is not done. */
export function useRecentBatches() {
  return useQuery({
    queryKey: ['batches'],
    queryFn: ({ signal }) => answered(api.GET('/dashboard/batches', { signal })),
    refetchInterval: ({ state }) => (state.data?.data.some(isOpen) === true ? pollEveryMs : false),
    select: ({ data }) => data.filter(isRecent).slice(0, shownMax),
  });
}

/** One batch; asked for again and again until it is done. */
export function useBatch(id: string) {
  const params = { path: { id } };
  return useQuery({
    queryKey: ['batches', id],
    queryFn: ({ signal }) => answered(api.GET('/dashboard/batches/{id}', { params, signal })),
    refetchInterval: ({ state: { data } }) =>
      data === undefined || isOpen(data) ? pollEveryMs : false,
  });
}

/** Has what is kept under `key` read again whenever a batch is done. */
export function useReloadWithBatches(
  key: readonly string[],
  batches: readonly Batch[] | undefined,
) {
  const queries = useQueryClient();
  const open = batches?.filter(isOpen).length;
  const before = useRef(open);
  useEffect(() => {
    if (before.current !== undefined && open !== undefined && open < before.current)
      void queries.invalidateQueries({ queryKey: key });
    before.current = open;
  }, [open, key, queries]);
}

/** The first hundred rows of a batch that were refused. */
export function useFailedRows(id: string) {
  const params = { path: { id }, query: { status: 'failed' as const } };
  return useQuery({
    queryKey: ['batches', id, 'failed'],
    queryFn: ({ signal }) => answered(api.GET('/dashboard/batches/{id}/rows', { params, signal })),
  });
}

/** Whether a batch is still worked on. */
export function isOpen({ status }: Batch): boolean {
  return status !== 'done';
}

function isRecent({ finished_at: finishedAt }: Batch): boolean {
  return finishedAt === null || Date.parse(finishedAt) > Date.now() - recentMs;
}
