import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { ApiProblem } from '../api/problem';
import { type components } from '../api/schema';

export type Session = components['schemas']['SessionDto'];
export type Configuration = components['schemas']['ConfigurationDto'];

export const sessionKey = ['session'];

/** Reads who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async (): Promise<Session | null> => {
    try {
      return await answered(api.GET('/dashboard/session'));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
  // Another tab may have signed in as somebody else.
  refetchOnWindowFocus: 'always',
});

/** Who is signed in; null when nobody is. */
export function useSession(): UseQueryResult<Session | null> {
  return useQuery(sessionQuery);
}

/** Who is signed in, on screens that are shown to nobody else. */
export function useSignedIn(): Session {
  const { data } = useSession();
  if (!data) throw new Error('This screen is shown to signed-in people only.');
  return data;
}

/** Reads what the operator has switched on, which does not change while the page is open. */
export const configurationQuery = queryOptions({
  queryKey: ['configuration'],
  queryFn: (): Promise<Configuration> => answered(api.GET('/dashboard/configuration')),
  staleTime: Infinity,
});

/** What the operator has switched on. */
export function useConfiguration(): Configuration | undefined {
  return useQuery(configurationQuery).data;
}
