import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';

export type TaxPreset = components['schemas']['TaxPresetDto'];
export type TaxPresetRequest = components['schemas']['PutTaxPresetDto'];

const presetsKey = ['tax-presets'];

/** The tax presets of the account by their names. */
export function useTaxPresets(): UseQueryResult<TaxPreset[]> {
  return useQuery({
    queryKey: presetsKey,
    queryFn: async () => (await answered(api.GET('/dashboard/tax-presets'))).data,
  });
}

/** Has the list of presets read again. */
export function useReloadTaxPresets(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: presetsKey });
}
