import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export const filterNames = ['q', 'type', 'status', 'currency', 'from', 'to', 'recipient'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

interface FilterState {
  readonly filters: Filters;
  readonly change: (name: FilterName, value: string) => void;
  readonly clear: () => void;
}

/** The filters of the list, kept in the address, so that a reload and the back button find them again. */
export function useFilters(): FilterState {
  const [parameters, setParameters] = useSearchParams();
  const query = parameters.toString();
  const filters = useMemo(() => filtersOf(query), [query]);
  const change = useCallback(
    (name: FilterName, value: string) => {
      setParameters(
        (current) => {
          const next = new URLSearchParams(current);
          if (value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        // Going back undoes a filter, not each letter that was typed into it.
        { replace: value !== '' && filters[name] !== undefined, preventScrollReset: true },
      );
    },
    [setParameters, filters],
  );
  const clear = useCallback(() => {
    setParameters({});
  }, [setParameters]);
  return { filters, change, clear };
}

function filtersOf(query: string): Filters {
  const parameters = new URLSearchParams(query);
  const given = filterNames.flatMap((name) => {
    const value = parameters.get(name)?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}
