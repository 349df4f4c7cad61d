import { Skeleton, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { LoadMore } from '../invoices/load-more';
import { LoadProblem } from '../ui/load-problem';

/** A list that is loaded page after page. */
export interface LoadedList<Entry> {
  readonly data: readonly Entry[] | undefined;
  readonly error: unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: (options: { cancelRefetch: boolean }) => unknown;
}

interface EntryListProps<Entry> {
  readonly list: LoadedList<Entry>;
  readonly label: string;
  /** What is said where nothing is found. */
  readonly none: ReactNode;
  readonly row: (entry: Entry) => ReactNode;
}

/** Customers or items, each in a row. */
export function EntryList<Entry>({ list, label, none, row }: EntryListProps<Entry>) {
  const { data, error, refetch, fetchNextPage, hasNextPage } = list;
  const load = () => void fetchNextPage({ cancelRefetch: false });
  if (data === undefined) {
    if (error !== null) return <LoadProblem error={error} retry={() => void refetch()} />;
    return <Skeleton h={300} role="status" aria-label="Loading" />;
  }
  if (data.length === 0) return <Text role="status">{none}</Text>;
  return (
    <Stack>
      <Stack component="ul" m={0} p={0} gap="xs" aria-label={label} style={{ listStyle: 'none' }}>
        {data.map(row)}
      </Stack>
      {hasNextPage && (
        <LoadMore
          busy={list.isFetchingNextPage}
          error={list.isFetchNextPageError ? error : null}
          load={load}
        />
      )}
    </Stack>
  );
}
