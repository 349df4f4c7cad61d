import { isDuplicateRow } from '../common/database/database-errors.js';
import { type Database, type SqlSession, type SqlValue } from '../common/database/database.js';
import { insertRows } from '../common/database/insert-rows.js';
import { containing, searchable } from '../common/database/search-text.js';
import {
  type CatalogEntry,
  type ChangesOf,
  type EntryFilter,
  holds,
  type Upsert,
} from './catalog-entry.js';
import { ExternalIdTaken } from './catalog.errors.js';
import { entryOf, type EntryRow, type EntryTable, rowOf } from './entry-rows.js';

/** By which of its ids an entry is meant. */
type Place = readonly [column: 'id' | 'external_id', value: string];

/** Customers or items of an account. */
export abstract class EntriesRepository<E extends CatalogEntry> {
  constructor(
    private readonly database: Database,
    private readonly table: EntryTable<E>,
  ) {}

  async find(accountId: string, id: string): Promise<E | undefined> {
    return (await this.findAll(accountId, 'id', [id]))[0];
  }

  /** Those entries of the account that have one of the ids. */
  async findAll(accountId: string, column: Place[0], ids: readonly string[]): Promise<E[]> {
    if (ids.length === 0) return [];
    const marks = ids.map(() => '?').join(', ');
    const rows = await this.database.read.select<EntryRow>(
      `SELECT ${this.columns} FROM ${this.table.name} WHERE account_id = ? AND ${column} IN (${marks})`,
      [accountId, ...ids],
    );
    return this.read(rows);
  }

  /** Up to `limit` entries that were made before the one with the id `before`, newest first. */
  async page(
    accountId: string,
    filter: EntryFilter,
    { before, limit }: { before: string | undefined; limit: number },
  ): Promise<E[]> {
    const conditions = ['account_id = ?'];
    const parameters: SqlValue[] = [accountId];
    const add = (condition: string, value: SqlValue | undefined) => {
      if (value === undefined) return;
      conditions.push(condition);
      parameters.push(value);
    };
    add('archived = ?', filter.archived === undefined ? undefined : Number(filter.archived));
    add('external_id = ?', filter.externalId);
    add('id < ?', before);
    add("search_text LIKE ? ESCAPE '!'", filter.q && containing(filter.q));
    const rows = await this.database.read.select<EntryRow>(
      `SELECT ${this.columns} FROM ${this.table.name} WHERE ${conditions.join(' AND ')}
       ORDER BY id DESC LIMIT ${Math.trunc(limit)}`,
      parameters,
    );
    return this.read(rows);
  }

  /** @throws ExternalIdTaken */
  async insert(accountId: string, entry: E): Promise<void> {
    await this.database
      .transaction((session) => this.insertIn(session, accountId, entry))
      .catch(refuseTaken);
  }

  /** Changes an entry and answers it as it is now; undefined where there is none. @throws ExternalIdTaken */
  change(
    accountId: string,
    id: string,
    changes: ChangesOf<E>,
    now: string,
  ): Promise<E | undefined> {
    return this.database
      .transaction((session) => this.changeIn(session, accountId, ['id', id], { changes, now }))
      .catch(refuseTaken);
  }

  /** Stores or changes the entry with an external id, whoever else does the same, and answers it. */
  upsert(accountId: string, { externalId, changes, fresh }: Upsert<E>): Promise<E> {
    return this.database.transaction(async (session) => {
      const place: Place = ['external_id', externalId];
      const change = { changes, now: fresh.created_at };
      return (
        (await this.changeIn(session, accountId, place, change)) ??
        (await this.insertOrChange(session, accountId, place, { ...change, fresh }))
      );
    });
  }

  /** The same inside a transaction of somebody else's; answers the id under which it stands. */
  async upsertIn(session: SqlSession, accountId: string, upsert: Upsert<E>): Promise<string> {
    const { externalId, known, changes, fresh } = upsert;
    if (known !== undefined && holds(known, changes)) return known.id;
    const change = { changes, now: fresh.created_at };
    const changed = known && (await this.changeIn(session, accountId, ['id', known.id], change));
    if (changed !== undefined) return changed.id;
    const place: Place = ['external_id', externalId];
    return (await this.insertOrChange(session, accountId, place, { ...change, fresh })).id;
  }

  /** Removes an entry for good, and answers whether there was one. */
  async remove(accountId: string, id: string): Promise<boolean> {
    const removed = await this.database.transaction((session) =>
      session.execute(`DELETE FROM ${this.table.name} WHERE account_id = ? AND id = ?`, [
        accountId,
        id,
      ]),
    );
    return removed > 0;
  }

  /** Another transaction that has stored it meanwhile is waited for by the insert itself. */
  private async insertOrChange(
    session: SqlSession,
    accountId: string,
    place: Place,
    { fresh, ...change }: Change<E> & { readonly fresh: E },
  ): Promise<E> {
    try {
      await this.insertIn(session, accountId, fresh);
      return fresh;
    } catch (error) {
      if (!isDuplicateRow(error)) throw error;
      const changed = await this.changeIn(session, accountId, place, change);
      if (changed === undefined) throw error;
      return changed;
    }
  }

  private insertIn(session: SqlSession, accountId: string, entry: E): Promise<void> {
    const row = { account_id: accountId, revision: 1, ...rowOf(entry) };
    const searched = { search_text: searchable(this.table.text(entry)) };
    return insertRows(session, this.table.name, [{ ...row, ...searched }]);
  }

  /**
   * The revision makes every change one that the database sees, so that the row can be read back in the
   * same transaction, whatever others have committed since that began.
   */
  private async changeIn(
    session: SqlSession,
    accountId: string,
    [column, id]: Place,
    { changes, now }: Change<E>,
  ): Promise<E | undefined> {
    const { name } = this.table;
    const where = `WHERE account_id = ? AND ${column} = ?`;
    const values = rowOf({ ...changes, updated_at: now });
    const sets = Object.keys(values).map((field) => `${field} = ?`);
    await session.execute(
      `UPDATE ${name} SET ${sets.join(', ')}, revision = revision + 1 ${where}`,
      [...Object.values(values), accountId, id],
    );
    const rows = await session.select<EntryRow>(`SELECT ${this.columns} FROM ${name} ${where}`, [
      accountId,
      id,
    ]);
    const [entry] = this.read(rows);
    if (entry === undefined) return undefined;
    await session.execute(`UPDATE ${name} SET search_text = ? ${where}`, [
      searchable(this.table.text(entry)),
      accountId,
      id,
    ]);
    return entry;
  }

  private get columns(): string {
    return Object.keys(this.table.columns).join(', ');
  }

  private read(rows: readonly EntryRow[]): E[] {
    return rows.map((row) => entryOf(this.table, row));
  }
}

interface Change<E extends CatalogEntry> {
  readonly changes: ChangesOf<E>;
  readonly now: string;
}

function refuseTaken(error: unknown): never {
  throw isDuplicateRow(error) ? new ExternalIdTaken() : error;
}
