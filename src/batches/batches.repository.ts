import { Injectable } from '@nestjs/common';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { Database, type SqlSession, type SqlValue } from '../common/database/database.js';
import { insertRows } from '../common/database/insert-rows.js';
import { type ProblemBody } from '../common/errors/problem.js';
import { type Caller } from '../common/http/caller.js';
import { type Batch, type BatchRow, type BatchStatus, type RowStatus } from './batch.js';
import { TooManyBatches } from './batches.errors.js';

/** Batches of one account that may wait or run at a time. */
export const openMax = 100;

/** A batch to be stored, with the JSON text of each row. */
export interface NewBatch {
  readonly id: string;
  readonly createdAt: string;
  readonly rows: readonly string[];
  readonly idempotencyKey: string | undefined;
  readonly requestHash: string;
}

interface BatchHead {
  readonly id: string;
  readonly status: BatchStatus;
  readonly total: number;
  readonly created_at: string;
  readonly finished_at: string | null;
}

interface RowCounts {
  readonly batch_id: string;
  readonly status: RowStatus;
  readonly rendered: string | number;
  readonly many: string | number;
}

const heads = 'SELECT id, status, total, created_at, finished_at FROM batches';

/** Batches as their account sees them. */
@Injectable()
export class BatchesRepository {
  constructor(private readonly database: Database) {}

  /** Stores a batch; answers whether its Idempotency-Key was free. @throws TooManyBatches */
  async add({ accountId, actorId, source }: Caller, batch: NewBatch): Promise<boolean> {
    const { id, createdAt, rows } = batch;
    try {
      await this.database.transaction(async (session) => {
        await session.execute(
          `INSERT INTO batches (id, account_id, status, total, source, created_by, created_at,
             idempotency_key, request_hash, turn_at) VALUES (?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?)`,
          [
            ...[id, accountId, rows.length, source, actorId, createdAt],
            ...[batch.idempotencyKey ?? null, batch.requestHash, createdAt],
          ],
        );
        await this.expectRoom(session, accountId);
        await insertRows(
          session,
          'batch_rows',
          rows.map((text, at) => waiting(id, at, text)),
        );
      });
      return true;
    } catch (error) {
      if (isDuplicateRow(error)) return false;
      throw error;
    }
  }

  async find(accountId: string, batchId: string): Promise<Batch | undefined> {
    const found = await this.database.read.select<BatchHead>(
      `${heads} WHERE account_id = ? AND id = ?`,
      [accountId, batchId],
    );
    return (await this.counted(found))[0];
  }

  /** The batch that an Idempotency-Key has made, and the hash of what it was sent with. */
  async findByKey(
    accountId: string,
    key: string,
  ): Promise<{ id: string; request_hash: string } | undefined> {
    const rows = await this.database.read.select<{ id: string; request_hash: string }>(
      'SELECT id, request_hash FROM batches WHERE account_id = ? AND idempotency_key = ?',
      [accountId, key],
    );
    return rows[0];
  }

  /** The newest batches that are older than one, or than none, newest first. */
  async newest(accountId: string, limit: number, before?: string): Promise<Batch[]> {
    const older = before === undefined ? '' : 'AND id < ?';
    return this.counted(
      await this.database.read.select<BatchHead>(
        `${heads} WHERE account_id = ? ${older} ORDER BY id DESC LIMIT ${limit}`,
        before === undefined ? [accountId] : [accountId, before],
      ),
    );
  }

  /** Rows in their order behind a position; the batch must be one of the account's. */
  async rows(
    accountId: string,
    batchId: string,
    page: { status: string | undefined; after: number; limit: number },
  ): Promise<BatchRow[]> {
    const { status, after, limit } = page;
    const values: SqlValue[] = [batchId, accountId, after];
    const filter = status === undefined ? '' : 'AND r.status = ?';
    if (status !== undefined) values.push(status);
    const rows = await this.database.read.select<StoredRow>(
      `SELECT r.position, r.status, r.invoice_id, r.invoice_number, r.problem
       FROM batch_rows r JOIN batches b ON b.id = r.batch_id
       WHERE r.batch_id = ? AND b.account_id = ? AND r.position > ? ${filter}
       ORDER BY r.position LIMIT ${limit}`,
      values,
    );
    return rows.map(rowOf);
  }

  private async expectRoom(session: SqlSession, accountId: string): Promise<void> {
    const open = await session.select(
      `SELECT id FROM batches WHERE account_id = ? AND status IN ('queued', 'running') LIMIT ${openMax + 1}`,
      [accountId],
    );
    if (open.length > openMax) throw new TooManyBatches(openMax);
  }

  /** Counts come from the rows, so that they are never out of date. */
  private async counted(found: readonly BatchHead[]): Promise<Batch[]> {
    if (found.length === 0) return [];
    const counts = await this.database.read.select<RowCounts>(
      `SELECT batch_id, status, rendered, COUNT(*) AS many FROM batch_rows
       WHERE batch_id IN (${found.map(() => '?').join(', ')}) GROUP BY batch_id, status, rendered`,
      found.map(({ id }) => id),
    );
    return found.map((head) => batchOf(head, counts));
  }
}

interface StoredRow {
  readonly position: number;
  readonly status: RowStatus;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly problem: string | null;
}

function waiting(batchId: string, position: number, request: string) {
  return { batch_id: batchId, position, status: 'waiting', rendered: 0, request };
}

function batchOf(head: BatchHead, counts: readonly RowCounts[]): Batch {
  const sum = (fits: (row: RowCounts) => boolean) =>
    counts
      .filter((row) => row.batch_id === head.id && fits(row))
      .reduce((total, { many }) => total + Number(many), 0);
  return {
    id: head.id,
    status: head.status,
    total: head.total,
    issued: sum(({ status }) => status === 'issued'),
    drafted: sum(({ status }) => status === 'drafted'),
    failed: sum(({ status }) => status === 'failed'),
    rendered: sum(({ rendered }) => Number(rendered) === 1),
    createdAt: head.created_at,
    finishedAt: head.finished_at,
  };
}

function rowOf(row: StoredRow): BatchRow {
  return {
    position: row.position,
    status: row.status,
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    problem: row.problem === null ? null : (JSON.parse(row.problem) as ProblemBody),
  };
}
