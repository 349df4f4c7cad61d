import { useWindowEvent } from '@mantine/hooks';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';

export type ApiKey = components['schemas']['KeyDto'];
/** A key with its secret. It lives in the state of the dialog that shows it and nowhere else. */
export type IssuedKey = components['schemas']['IssuedKeyDto'];

/** What names the list of keys, and all that is read again with it. */
export const apiKeysQuery = ['api-keys'];
const order: readonly ApiKey['status'][] = ['active', 'expired', 'revoked'];

/** The keys of the account, those that work first; looked up again when the window gets the focus. */
export function useApiKeys(): UseQueryResult<ApiKey[]> {
  const keys = useQuery({
    queryKey: apiKeysQuery,
    queryFn: async () => {
      const { data } = await answered(api.GET('/dashboard/keys'));
      return data.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
    },
    staleTime: 0,
  });
  // Coming back from a terminal beside the browser is a focus, but no change of visibility.
  useWindowEvent('focus', () => void keys.refetch());
  return keys;
}

/** Has the list of keys read again. */
export function useReloadApiKeys(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: apiKeysQuery });
}
