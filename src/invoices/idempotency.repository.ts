import { Injectable } from '@nestjs/common';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { Database, type SqlSession } from '../common/database/database.js';
import { insertRows } from '../common/database/insert-rows.js';

/** Few enough that one part keeps other writers waiting for milliseconds only (docs/decisions/0010). */
const partSize = 500;

/** One use of an Idempotency-Key: the same key must come with the same request. */
export interface IdempotentRequest {
  readonly key: string;
  readonly requestHash: string;
}

/** A key and the invoice that is made under it. */
export interface Claim extends IdempotentRequest {
  readonly invoiceId: string;
  /** ISO 8601 text in UTC. */
  readonly createdAt: string;
}

export interface IdempotencyRow {
  readonly request_hash: string;
  readonly invoice_id: string;
}

/** Another transaction has used the key in the meantime: its invoice is the answer. */
export class IdempotencyKeyInUse extends Error {}

/** Which invoice each Idempotency-Key of an account has made. */
@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: Database) {}

  async find(accountId: string, key: string): Promise<IdempotencyRow | undefined> {
    const rows = await this.database.read.select<IdempotencyRow>(
      'SELECT request_hash, invoice_id FROM idempotency_keys WHERE account_id = ? AND idempotency_key = ?',
      [accountId, key],
    );
    return rows[0];
  }

  /**
   * Claims keys inside the transaction that makes their invoices; a concurrent request with the same key
   * waits here for that transaction to end. A transaction that fails gives its keys back.
   * @throws IdempotencyKeyInUse
   */
  async claim(session: SqlSession, accountId: string, claims: readonly Claim[]): Promise<void> {
    const rows = claims.map(({ key, requestHash, invoiceId, createdAt }) => ({
      account_id: accountId,
      idempotency_key: key,
      request_hash: requestHash,
      invoice_id: invoiceId,
      created_at: createdAt,
    }));
    try {
      await insertRows(session, 'idempotency_keys', rows);
    } catch (error) {
      throw isDuplicateRow(error) ? new IdempotencyKeyInUse() : error;
    }
  }

  /** Forgets a part of the keys of all accounts that were used before an instant; answers whether there may be more. */
  async deletePartBefore(instant: string): Promise<boolean> {
    const [last] = await this.database.read.select<{ created_at: string }>(
      `SELECT created_at FROM idempotency_keys WHERE created_at < ?
       ORDER BY created_at LIMIT 1 OFFSET ${partSize - 1}`,
      [instant],
    );
    const [condition, value] =
      last === undefined ? ['created_at < ?', instant] : ['created_at <= ?', last.created_at];
    await this.database.transaction((session) =>
      session.execute(`DELETE FROM idempotency_keys WHERE ${condition}`, [value]),
    );
    return last !== undefined;
  }
}
