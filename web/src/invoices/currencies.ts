import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { invoicesKey } from './invoice-list';

const fiveYears = 60;

/** The currencies to filter by: those of the last years, and the one that is chosen already. */
export function useCurrencies(chosen: string | undefined): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: [...invoicesKey, 'currencies'],
    queryFn: () =>
      answered(api.GET('/dashboard/monthly-totals', { params: { query: { months: fiveYears } } })),
    staleTime: 5 * 60_000,
  });
  const used = data?.currencies.map(({ currency }) => currency) ?? [];
  const known = new Set(chosen === undefined ? used : [...used, chosen]);
  return [
    { value: '', label: 'Any currency' },
    ...[...known].sort().map((currency) => ({ value: currency, label: currency })),
  ];
}
