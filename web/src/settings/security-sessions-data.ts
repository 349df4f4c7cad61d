import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { ApiProblem } from '../api/problem';
import { type components } from '../api/schema';

export type OpenSession = components['schemas']['OpenSessionDto'];

export const sessionsKey = ['sessions'];

/** The browsers in which the person is signed in, latest use first. */
export function useSessions(): UseQueryResult<OpenSession[]> {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: async () => (await answered(api.GET('/dashboard/sessions'))).data,
    staleTime: 0,
  });
}

/** Signs one browser out; one that has gone already is no problem. */
export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      try {
        await answered(api.POST('/dashboard/sessions/{id}/end', { params: { path: { id } } }));
      } catch (error) {
        if (!(error instanceof ApiProblem && error.status === 404)) throw error;
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
}
