/** What customers and items have in common, in the names of the API; instants are ISO 8601 texts in UTC. */
export interface CatalogEntry {
  readonly id: string;
  /** The caller's own id, once in an account. */
  readonly external_id: string | null;
  /** Put away: found by its ids as before, but not offered any more. */
  readonly archived: boolean;
  readonly metadata: Readonly<Record<string, string>>;
  readonly created_at: string;
  readonly updated_at: string;
}

/** What a caller says of an entry. */
export type ValuesOf<E extends CatalogEntry> = Omit<E, 'id' | 'created_at' | 'updated_at'>;
export type ChangesOf<E extends CatalogEntry> = Partial<ValuesOf<E>>;

/** Which entries to list; what is left out does not narrow the list. */
export interface EntryFilter {
  readonly q?: string | undefined;
  readonly externalId?: string | undefined;
  readonly archived?: boolean | undefined;
}

/** An entry to be stored under its external id, together with what refers to it. */
export interface Upsert<E extends CatalogEntry> {
  readonly externalId: string;
  /** The entry as it was when the request was checked. */
  readonly known: E | undefined;
  readonly changes: ChangesOf<E>;
  /** The whole entry, for when there is none. */
  readonly fresh: E;
}

/** Leaves out what a request does not say; null is kept, as it empties a field. */
export function said<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** Whether an entry says already what is to be changed in it. */
export function holds<E extends CatalogEntry>(entry: E, changes: ChangesOf<E>): boolean {
  return Object.entries(changes).every(
    ([name, value]) =>
      JSON.stringify((entry as unknown as Record<string, unknown>)[name]) === JSON.stringify(value),
  );
}
