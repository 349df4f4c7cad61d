import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { sessionsKey } from './security-sessions-data';

export type TwoFactorState = components['schemas']['TwoFactorDto'];
export type TwoFactorSetup = components['schemas']['TwoFactorSetupDto'];

const twoFactorKey = ['two-factor'];

/** Whether the person's log-in needs a code. */
export function useTwoFactor(): UseQueryResult<TwoFactorState> {
  return useQuery({
    queryKey: twoFactorKey,
    queryFn: () => answered(api.GET('/dashboard/two-factor')),
    staleTime: 0,
  });
}

/** Reads it anew after a change, with the sessions, which end when it is turned on. */
export function useReloadTwoFactor(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [twoFactorKey, sessionsKey].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
}
