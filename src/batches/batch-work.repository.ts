import { Injectable } from '@nestjs/common';
import { Database, type SqlSession, type SqlValue } from '../common/database/database.js';
import { type ProblemBody } from '../common/errors/problem.js';
import { type Caller } from '../common/http/caller.js';
import { type Lease } from '../common/queue/leases.js';
import { type PreparedPdf } from '../invoices/invoice-pdfs.service.js';
import { type IssuedInvoice, isIssued } from '../invoices/invoice.js';
import { type StoredInvoice } from '../invoices/invoices.repository.js';
import { BatchLost } from './batches.errors.js';

/** A batch that a process has taken, and for whom its invoices are issued. */
export interface ClaimedBatch {
  readonly id: string;
  readonly caller: Caller;
}

export interface WaitingRow {
  readonly position: number;
  /** JSON text of what is asked for. */
  readonly request: string;
}

/** What has become of a row. */
export type RowResult = StoredInvoice | { readonly problem: ProblemBody };

/** A row that is checked; `settle` issues its invoice where it has no fault. */
export interface PreparedRow {
  readonly position: number;
  readonly settle: (session: SqlSession) => Promise<RowResult>;
  /** Ids and external ids of customers and items that are added or changed with it. */
  readonly touched: readonly string[];
}

export interface IssuedRow {
  readonly position: number;
  readonly invoice: IssuedInvoice;
}

/** A row whose PDF is made; `store` stores it. */
export interface RenderedRow {
  readonly position: number;
  readonly store: PreparedPdf;
}

/** What is written together. */
export interface Step {
  readonly pdfs: readonly RenderedRow[];
  readonly rows: readonly PreparedRow[];
}

export interface UnrenderedRow {
  readonly position: number;
  readonly invoice_id: string;
}

/** How many batches a worker looks at to find one that no other worker has taken meanwhile. */
const candidatesMax = 10;
/** Rows that are read, and written, together. */
export const pageSize = 10;
const isFree = `(leased_until IS NULL OR leased_until <= ?)`;
const isActive = `EXISTS (SELECT 1 FROM accounts a WHERE a.id = account_id AND a.status = 'active')`;
/** The batches of an account run one after the other, in the order in which they came. */
const isFirst = `NOT EXISTS (SELECT 1 FROM batches earlier WHERE earlier.account_id = b.account_id
  AND earlier.status IN ('queued', 'running') AND earlier.id < b.id)`;

/** Batches as their worker sees them; it serves all accounts, so its claims are the statements without one. */
@Injectable()
export class BatchWorkRepository {
  constructor(private readonly database: Database) {}

  /** Takes the batch that has waited longest: one UPDATE decides between workers. */
  async claim(lease: Lease): Promise<ClaimedBatch | undefined> {
    for (const { id, account_id: accountId, created_by: actorId, source } of await this.due(
      lease,
    )) {
      const claimed = await this.database.transaction((session) =>
        session.execute(
          `UPDATE batches SET status = 'running', worker = ?, leased_until = ?
           WHERE id = ? AND status <> 'done' AND ${isFree}`,
          [lease.worker, lease.until, id, lease.now],
        ),
      );
      if (claimed === 1) return { id, caller: { accountId, actorId, source } };
    }
    return undefined;
  }

  /** Whether a batch waits that nobody works on. */
  async othersWait(lease: Lease): Promise<boolean> {
    return (await this.due(lease)).length > 0;
  }

  /**
   * One transaction: holds on to the batch, stores PDFs, and gives rows their results in their order.
   * Answers the invoices that were issued. @throws BatchLost
   */
  async step(batchId: string, lease: Lease, { pdfs, rows }: Step): Promise<IssuedRow[]> {
    const { issued, afterwards } = await this.database.transaction(async (session) => {
      await this.hold(session, batchId, lease);
      for (const { store } of pdfs) await store(session);
      await this.markRendered(session, batchId, pdfs);
      const issued: IssuedRow[] = [];
      const afterwards: (() => void)[] = [];
      for (const { position, settle } of rows) {
        const result = await settle(session);
        await this.finish(session, { batchId, position }, result);
        if (!('invoice' in result)) continue;
        const { invoice, committed } = result;
        afterwards.push(committed);
        if (isIssued(invoice)) issued.push({ position, invoice });
      }
      return { issued, afterwards };
    });
    for (const committed of afterwards) committed();
    return issued;
  }

  /** Lets a batch go, done or for its next turn; does nothing to one that another worker has. */
  async release(batchId: string, { worker, now }: Lease, isDone: boolean): Promise<void> {
    const status = isDone ? `status = 'done', finished_at = ?` : 'turn_at = ?';
    await this.database.transaction((session) =>
      session.execute(
        `UPDATE batches SET ${status}, worker = NULL, leased_until = NULL WHERE id = ? AND worker = ?`,
        [now, batchId, worker],
      ),
    );
  }

  /** The next rows that have no result, in their order. */
  waiting(batchId: string): Promise<WaitingRow[]> {
    return this.database.read.select<WaitingRow>(
      `SELECT position, request FROM batch_rows
       WHERE batch_id = ? AND status = 'waiting' AND rendered = 0 ORDER BY position LIMIT ${pageSize}`,
      [batchId],
    );
  }

  /** Issued rows behind a position whose PDF is not known to be stored, in their order. */
  unrendered(batchId: string, after: number): Promise<UnrenderedRow[]> {
    return this.database.read.select<UnrenderedRow>(
      `SELECT position, invoice_id FROM batch_rows
       WHERE batch_id = ? AND status = 'issued' AND rendered = 0 AND position > ?
       ORDER BY position LIMIT ${pageSize}`,
      [batchId, after],
    );
  }

  private async hold(session: SqlSession, batchId: string, lease: Lease): Promise<void> {
    const held = await session.execute(
      `UPDATE batches SET leased_until = ? WHERE id = ? AND worker = ? AND ${isActive}`,
      [lease.until, batchId, lease.worker],
    );
    if (held !== 1) throw new BatchLost();
  }

  private async markRendered(
    session: SqlSession,
    batchId: string,
    pdfs: readonly RenderedRow[],
  ): Promise<void> {
    if (pdfs.length === 0) return;
    await session.execute(
      `UPDATE batch_rows SET rendered = 1
       WHERE batch_id = ? AND position IN (${pdfs.map(() => '?').join(', ')})`,
      [batchId, ...pdfs.map(({ position }) => position)],
    );
  }

  /** A row gets its result once: whoever comes second stores nothing at all. */
  private async finish(
    session: SqlSession,
    { batchId, position }: { batchId: string; position: number },
    result: RowResult,
  ): Promise<void> {
    const touched = await session.execute(
      `UPDATE batch_rows SET status = ?, request = NULL, invoice_id = ?, invoice_number = ?, problem = ?
       WHERE batch_id = ? AND position = ? AND status = 'waiting'`,
      [...resultValues(result), batchId, position],
    );
    if (touched !== 1) throw new BatchLost();
  }

  private due({ now }: Lease) {
    return this.database.read.select<DueBatch>(
      `SELECT id, account_id, created_by, source FROM batches b
       WHERE status IN ('queued', 'running') AND ${isFree} AND ${isActive} AND ${isFirst}
       ORDER BY turn_at LIMIT ${candidatesMax}`,
      [now],
    );
  }
}

interface DueBatch {
  readonly id: string;
  readonly account_id: string;
  readonly created_by: string;
  readonly source: 'api' | 'dashboard';
}

function resultValues(result: RowResult): SqlValue[] {
  if ('problem' in result) return ['failed', null, null, JSON.stringify(result.problem)];
  const { invoice } = result;
  return [isIssued(invoice) ? 'issued' : 'drafted', invoice.id, invoice.number.number, null];
}
