import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from '../common/database/database.js';
import { isDuplicateRow } from '../common/database/database-errors.js';

/** How many requests a key has sent on a day (UTC), by how they were answered. */
export interface KeyDay {
  readonly keyId: string;
  readonly day: string;
  readonly succeeded: number;
  readonly clientErrors: number;
  readonly serverErrors: number;
}

interface Row {
  readonly key_id: string;
  readonly day: string;
  readonly succeeded: string | number;
  readonly client_errors: string | number;
  readonly server_errors: string | number;
}

/** Requests per key and day. */
@Injectable()
export class KeyTrafficRepository {
  constructor(private readonly database: Database) {}

  /** Adds to the days of keys of many accounts, in one transaction; keys that are gone are passed over. */
  async add(days: readonly (KeyDay & { accountId: string })[]): Promise<void> {
    await this.database.transaction(async (session) => {
      for (const { accountId, ...day } of days) await addDay(session, accountId, day);
    });
  }

  /** The days from `firstDay` on that have requests, oldest first. */
  async list(accountId: string, firstDay: string): Promise<KeyDay[]> {
    const rows = await this.database.read.select<Row>(
      `SELECT key_id, day, succeeded, client_errors, server_errors FROM api_key_usage
       WHERE account_id = ? AND day >= ? ORDER BY day, key_id`,
      [accountId, firstDay],
    );
    return rows.map((row) => ({
      keyId: row.key_id,
      day: row.day,
      succeeded: Number(row.succeeded),
      clientErrors: Number(row.client_errors),
      serverErrors: Number(row.server_errors),
    }));
  }

  /** Forgets the days of all accounts before `day`. */
  async deleteBefore(day: string): Promise<void> {
    await this.database.transaction((session) =>
      session.execute('DELETE FROM api_key_usage WHERE day < ?', [day]),
    );
  }
}

/** Each database has an upsert of its own; an UPDATE, an INSERT and the UPDATE again are common to all. */
async function addDay(session: SqlSession, accountId: string, count: KeyDay): Promise<void> {
  const { keyId, day } = count;
  const counts = [count.succeeded, count.clientErrors, count.serverErrors];
  const add = () =>
    session.execute(
      `UPDATE api_key_usage SET succeeded = succeeded + ?, client_errors = client_errors + ?,
              server_errors = server_errors + ?
       WHERE key_id = ? AND day = ? AND account_id = ?`,
      [...counts, keyId, day, accountId],
    );
  if ((await add()) > 0) return;
  try {
    // From api_keys, so that a key that was deleted with its account breaks nothing.
    await session.execute(
      `INSERT INTO api_key_usage (key_id, day, account_id, succeeded, client_errors, server_errors)
       SELECT id, ?, account_id, ?, ?, ? FROM api_keys WHERE id = ? AND account_id = ?`,
      [day, ...counts, keyId, accountId],
    );
  } catch (error) {
    if (!isDuplicateRow(error)) throw error;
    await add();
  }
}
