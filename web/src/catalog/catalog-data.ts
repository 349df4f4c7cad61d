import {
  type InfiniteData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';

type Schemas = components['schemas'];
export type Customer = Schemas['CustomerDto'];
export type CustomerRequest = Schemas['CreateCustomerDto'];
export type Item = Schemas['ItemDto'];
export type ItemRequest = Schemas['CreateItemDto'];

/** What a list is narrowed by. */
export interface EntryFilters {
  readonly q: string;
  readonly archived: boolean;
}

const pageSize = 25;
const customersKey = ['customers'];
const itemsKey = ['items'];

interface Page<Entry> {
  readonly data: Entry[];
  readonly next_cursor: string | null;
}

function queryOf({ q, archived }: EntryFilters, cursor: string) {
  return {
    limit: pageSize,
    archived: archived ? ('true' as const) : ('false' as const),
    ...(q !== '' && { q }),
    ...(cursor !== '' && { cursor }),
  };
}

const flat = <Entry>({ pages }: InfiniteData<Page<Entry>>) => pages.flatMap(({ data }) => data);

/** Customers, newest first, page after page. */
export function useCustomers(filters: EntryFilters) {
  return useInfiniteQuery({
    queryKey: [...customersKey, 'list', filters],
    queryFn: ({ pageParam, signal }) => {
      const query = queryOf(filters, pageParam);
      return answered(api.GET('/dashboard/customers', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    select: flat<Customer>,
  });
}

/** Items, newest first, page after page. */
export function useItems(filters: EntryFilters) {
  return useInfiniteQuery({
    queryKey: [...itemsKey, 'list', filters],
    queryFn: ({ pageParam, signal }) => {
      const query = queryOf(filters, pageParam);
      return answered(api.GET('/dashboard/items', { params: { query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    select: flat<Item>,
  });
}

/** One customer, if there is an id. */
export function useCustomer(id: string | undefined): UseQueryResult<Customer> {
  return useQuery({
    queryKey: [...customersKey, id],
    queryFn: () => readCustomer(id ?? ''),
    enabled: id !== undefined,
  });
}

/** Reads one customer. @throws ApiProblem */
export function readCustomer(id: string): Promise<Customer> {
  return answered(api.GET('/dashboard/customers/{id}', { params: { path: { id } } }));
}

/** Customers to choose from while somebody types a name. */
export function useCustomerChoice(q: string, enabled: boolean): readonly Customer[] {
  const { data } = useQuery({
    queryKey: [...customersKey, 'choice', q],
    queryFn: ({ signal }) => {
      const query = { limit: 10, ...(q.trim() !== '' && { q: q.trim() }) };
      return answered(api.GET('/dashboard/customers', { params: { query }, signal }));
    },
    enabled,
    placeholderData: (former) => former,
  });
  return data?.data ?? [];
}

/** Items to choose from while somebody types a description. */
export function useItemChoice(q: string, enabled: boolean): readonly Item[] {
  const { data } = useQuery({
    queryKey: [...itemsKey, 'choice', q],
    queryFn: ({ signal }) => {
      const query = { limit: 10, ...(q.trim() !== '' && { q: q.trim() }) };
      return answered(api.GET('/dashboard/items', { params: { query }, signal }));
    },
    enabled,
    placeholderData: (former) => former,
  });
  return data?.data ?? [];
}

/** Has everything about customers, or about items, read again. */
export function useReload(kind: 'customers' | 'items'): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [kind] });
}
