import { setImmediate as turn } from 'node:timers/promises';
import { type AppError } from '../common/errors/app-error.js';
import { cursorAfter, cursorPosition } from '../common/http/cursor.js';
import { isId, newId } from '../common/ids/id.js';
import { type Clock } from '../common/time/clock.js';
import { type CatalogEntry, type ChangesOf, type Upsert, type ValuesOf } from './catalog-entry.js';
import { type ListEntriesDto } from './dto/list-entries.dto.js';
import { type EntriesRepository } from './entries.repository.js';

const exportPageSize = 200;

/** A page of entries as lists answer it. */
export interface EntryPage<E> {
  readonly data: readonly E[];
  readonly has_more: boolean;
  readonly next_cursor: string | null;
}

/** Ids of entries, and callers' own ids of them; they may be of any form. */
export interface EntryIds {
  readonly ids: readonly string[];
  readonly externalIds: readonly string[];
}

/** Entries by the ids under which they were asked for. */
export interface KnownEntries<E> {
  readonly byId: ReadonlyMap<string, E>;
  readonly byExternalId: ReadonlyMap<string, E>;
}

/** In what customers and items differ. */
export interface EntryForm<E extends CatalogEntry> {
  readonly prefix: 'cus' | 'itm';
  readonly blank: ValuesOf<E>;
  readonly notFound: () => AppError;
}

/** Customers or items: stored, found, changed and removed. */
export abstract class EntriesService<E extends CatalogEntry> {
  constructor(
    private readonly entries: EntriesRepository<E>,
    private readonly clock: Clock,
    private readonly form: EntryForm<E>,
  ) {}

  /** A page of the account's entries, newest first. */
  async page(accountId: string, query: ListEntriesDto): Promise<EntryPage<E>> {
    const { prefix } = this.form;
    const { limit, filter } = query.extent();
    const before = query.cursor == null ? undefined : cursorPosition(prefix, query.cursor);
    // One more than asked for tells whether there is another page.
    const found = await this.entries.page(accountId, filter, { before, limit: limit + 1 });
    const data = found.slice(0, limit);
    const hasMore = found.length > limit;
    const last = data.at(-1);
    return {
      data,
      has_more: hasMore,
      next_cursor: hasMore && last !== undefined ? cursorAfter(last.id) : null,
    };
  }

  /** Every entry of the account, newest first. */
  async *all(accountId: string): AsyncGenerator<E> {
    let before: string | undefined;
    for (;;) {
      const page = await this.entries.page(accountId, {}, { before, limit: exportPageSize });
      yield* page;
      if (page.length < exportPageSize) return;
      before = page.at(-1)?.id;
      // The embedded database answers at once: without a turn no other request would be read.
      await turn();
    }
  }

  /** @throws CustomerNotFound or ItemNotFound */
  async get(accountId: string, id: string): Promise<E> {
    return this.there(this.isId(id) ? await this.entries.find(accountId, id) : undefined);
  }

  /** @throws ExternalIdTaken */
  async create(accountId: string, values: ChangesOf<E>): Promise<E> {
    const entry = this.fresh(values);
    await this.entries.insert(accountId, entry);
    return entry;
  }

  /** @throws ExternalIdTaken, CustomerNotFound or ItemNotFound */
  async change(accountId: string, id: string, changes: ChangesOf<E>): Promise<E> {
    const now = this.clock.nowText();
    return this.there(
      this.isId(id) ? await this.entries.change(accountId, id, changes, now) : undefined,
    );
  }

  /** Stores the entry with an external id as it is said here, and answers whether it is a new one. */
  async put(
    accountId: string,
    externalId: string,
    said: ChangesOf<E>,
  ): Promise<{ entry: E; isNew: boolean }> {
    const values = { ...this.form.blank, ...said, external_id: externalId };
    const upsert = { ...this.upsert(externalId, undefined, values), changes: values };
    const entry = await this.entries.upsert(accountId, upsert);
    return { entry, isNew: entry.id === upsert.fresh.id };
  }

  /** Removes an entry for good; invoices keep what they hold of it. @throws CustomerNotFound or ItemNotFound */
  async remove(accountId: string, id: string): Promise<void> {
    const removed = this.isId(id) && (await this.entries.remove(accountId, id));
    if (!removed) throw this.form.notFound();
  }

  /** Those of the entries asked for that the account has. */
  async known(accountId: string, { ids, externalIds }: EntryIds): Promise<KnownEntries<E>> {
    const [byId, byExternalId] = await Promise.all([
      this.entries.findAll(accountId, 'id', ids.filter(this.isId)),
      this.entries.findAll(accountId, 'external_id', externalIds),
    ]);
    return {
      byId: new Map(byId.map((entry) => [entry.id, entry])),
      byExternalId: new Map(byExternalId.map((entry) => [entry.external_id ?? '', entry])),
    };
  }

  /** What {@link CatalogUpserts} stores for a request; `known` is the entry where there is one. */
  upsert(externalId: string, known: E | undefined, changes: ChangesOf<E>): Upsert<E> {
    const values = { ...(known ?? this.form.blank), ...changes, external_id: externalId };
    return { externalId, known, changes, fresh: this.fresh(values) };
  }

  private fresh(values: ChangesOf<E>): E {
    const now = this.clock.now();
    const at = now.toISOString();
    const identity = { id: newId(this.form.prefix, now), created_at: at, updated_at: at };
    return { ...this.form.blank, ...values, ...identity } as unknown as E;
  }

  private there(entry: E | undefined): E {
    if (entry === undefined) throw this.form.notFound();
    return entry;
  }

  private readonly isId = (id: string): boolean => isId(this.form.prefix, id);
}
