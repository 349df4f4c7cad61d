import {
  type InfiniteData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { todayIn } from '../ui/days';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';

type Schemas = components['schemas'];
export type Schedule = Schemas['ScheduleDto'];
export type ScheduleSummary = Schemas['ScheduleSummaryDto'];
export type ScheduleRequest = Schemas['CreateScheduleDto'];
export type Period = Schemas['PeriodDto'];
export type Occurrence = Schemas['OccurrenceDto'];

const schedulesKey = ['schedules'];
const pageSize = 25;
/** How long after a change the worker is looked for. */
const pollEveryMs = 1_500;
const upcomingMax = 6;

/** The schedules of the account, newest first, page after page. */
export function useSchedules() {
  return useInfiniteQuery({
    queryKey: [...schedulesKey, 'list'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: pageSize, ...(pageParam !== '' && { cursor: pageParam }) };
      return answered(api.GET('/dashboard/schedules', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    select: ({ pages }: InfiniteData<Schemas['ScheduleListDto']>) =>
      pages.flatMap(({ data }) => data),
    staleTime: 0,
  });
}

/** A schedule; read again and again while an invoice of it is due and not there yet. */
export function useSchedule(id: string) {
  const params = { path: { id } };
  return useQuery({
    queryKey: [...schedulesKey, id],
    queryFn: ({ signal }) => answered(api.GET('/dashboard/schedules/{id}', { params, signal })),
    refetchInterval: ({ state }) => (isDue(state.data) ? pollEveryMs : false),
    staleTime: 0,
  });
}

/** The next dates of a schedule, as it stands. */
export function useUpcoming({ id, status, next_date: next, made }: Schedule) {
  const params = { path: { id }, query: { limit: upcomingMax } };
  return useQuery({
    queryKey: [...schedulesKey, id, 'upcoming', status, next, made],
    queryFn: ({ signal }) =>
      answered(api.GET('/dashboard/schedules/{id}/upcoming', { params, signal })),
    select: ({ data }) => data,
  });
}

/** What became of the periods of a schedule, newest first, page after page. */
export function useOccurrences({ id, made }: Schedule) {
  return useInfiniteQuery({
    queryKey: [...schedulesKey, id, 'occurrences', made],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: pageSize, ...(pageParam !== '' && { cursor: pageParam }) };
      const params = { path: { id }, query };
      return answered(api.GET('/dashboard/schedules/{id}/occurrences', { params, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    select: ({ pages }: InfiniteData<Schemas['OccurrenceListDto']>) =>
      pages.flatMap(({ data }) => data),
    staleTime: 0,
  });
}

/** Has everything about schedules read again. */
export function useReloadSchedules(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: schedulesKey });
}

/** Whether the worker is about to issue an invoice of a schedule. */
function isDue(schedule: Schedule | undefined): boolean {
  if (schedule?.next_date == null) return false;
  const { time_zone: timeZone, next_date: next } = schedule;
  return next <= todayIn(timeZone);
}
