import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';

export type Passkey = components['schemas']['PasskeyDto'];

const passkeysKey = ['passkeys'];

/** The person's passkeys, oldest first. */
export function usePasskeys(): UseQueryResult<Passkey[]> {
  return useQuery({
    queryKey: passkeysKey,
    queryFn: async () => (await answered(api.GET('/dashboard/passkeys'))).data,
    staleTime: 0,
  });
}

/** Reads them anew after a change. */
export function useReloadPasskeys(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: passkeysKey });
}
