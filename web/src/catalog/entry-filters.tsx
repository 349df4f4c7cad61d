import { Group, Switch } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { TextFilter } from '../invoices/text-filter';
import { type EntryFilters } from './catalog-data';

/** The filters of a list, kept in the address, so that a reload and the back button find them again. */
export function useEntryFilters(): [EntryFilters, (filters: Partial<EntryFilters>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const q = parameters.get('q')?.trim() ?? '';
  const archived = parameters.get('archived') === 'true';
  const filters = useMemo(() => ({ q, archived }), [q, archived]);
  const change = useCallback(
    (changes: Partial<EntryFilters>) => {
      const next = { q, archived, ...changes };
      setParameters(
        { ...(next.q !== '' && { q: next.q }), ...(next.archived && { archived: 'true' }) },
        { replace: true, preventScrollReset: true },
      );
    },
    [q, archived, setParameters],
  );
  return [filters, change];
}

interface FiltersProps {
  readonly filters: EntryFilters;
  readonly change: (filters: Partial<EntryFilters>) => void;
}

/** By which a list is narrowed. */
export function Filters({ filters, change }: FiltersProps) {
  return (
    <Group gap="md">
      <TextFilter
        label="Search"
        type="search"
        w={{ base: '100%', xs: 320 }}
        maxLength={200}
        value={filters.q}
        onFilter={(q) => {
          change({ q });
        }}
      />
      <Switch
        label="Archived ones"
        mt={{ base: 0, xs: 24 }}
        checked={filters.archived}
        onChange={({ currentTarget }) => {
          change({ archived: currentTarget.checked });
        }}
      />
    </Group>
  );
}
