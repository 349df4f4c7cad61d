import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Caller } from '../common/http/caller.js';
import { isId, newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { IdempotencyKeyReused } from '../invoices/invoices.errors.js';
import { requestHash } from '../invoices/request-hash.js';
import { type Batch, type BatchRow, rowsMax } from './batch.js';
import { BatchWorker } from './batch-worker.js';
import { BatchNotFound } from './batches.errors.js';
import { BatchesRepository } from './batches.repository.js';

/** How many batches are listed. */
const listMax = 20;
/** Rows that are read before other requests have their turn. */
const rowsPerTurn = 50;

/** What a request for a batch came to: a new one, or the one that the same request has made before. */
export interface Accepted {
  readonly batch: Batch;
  readonly replayed: boolean;
}

/** Batches as their account sees them: handed in here, worked on by {@link BatchWorker}. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly batches: BatchesRepository,
    private readonly worker: BatchWorker,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores what is asked for, once per Idempotency-Key, and wakes the worker; the rows may be anything.
   * @throws IdempotencyKeyReused, TooManyBatches
   */
  async accept(caller: Caller, invoices: readonly unknown[], key?: string): Promise<Accepted> {
    const { rows, hash } = await read(invoices);
    const earlier = await this.replay(caller.accountId, key, hash);
    if (earlier !== undefined) return earlier;
    const now = this.clock.now();
    const id = newId('bat', now);
    const isNew = await this.batches.add(caller, {
      id,
      createdAt: now.toISOString(),
      rows,
      idempotencyKey: key,
      requestHash: hash,
    });
    if (!isNew) {
      const winner = await this.replay(caller.accountId, key, hash);
      if (winner !== undefined) return winner;
    }
    this.worker.wake();
    return { batch: await this.get(caller.accountId, id), replayed: false };
  }

  /** @throws BatchNotFound */
  async get(accountId: string, batchId: string): Promise<Batch> {
    const batch = isId('bat', batchId) ? await this.batches.find(accountId, batchId) : undefined;
    if (batch === undefined) throw new BatchNotFound();
    return batch;
  }

  /** The newest twenty, newest first. */
  newest(accountId: string): Promise<Batch[]> {
    return this.batches.newest(accountId, listMax);
  }

  /** Every batch of the account with all of its rows, newest first. */
  async *all(accountId: string): AsyncGenerator<{ batch: Batch; rows: BatchRow[] }> {
    let before: string | undefined;
    for (;;) {
      const page = await this.batches.newest(accountId, listMax, before);
      for (const batch of page) {
        const every = { status: undefined, after: -1, limit: rowsMax };
        yield { batch, rows: await this.batches.rows(accountId, batch.id, every) };
      }
      before = page.at(-1)?.id;
      if (page.length < listMax) return;
    }
  }

  /** Rows behind a position, in their order. @throws BatchNotFound */
  async rows(
    accountId: string,
    batchId: string,
    page: { status: string | undefined; after: number; limit: number },
  ): Promise<BatchRow[]> {
    const { id } = await this.get(accountId, batchId);
    return this.batches.rows(accountId, id, page);
  }

  /** The batch that this request has made before, if it has. @throws IdempotencyKeyReused */
  private async replay(
    accountId: string,
    key: string | undefined,
    hash: string,
  ): Promise<Accepted | undefined> {
    const earlier = key === undefined ? undefined : await this.batches.findByKey(accountId, key);
    if (earlier === undefined) return undefined;
    if (earlier.request_hash !== hash) throw new IdempotencyKeyReused();
    return { batch: await this.get(accountId, earlier.id), replayed: true };
  }
}

/** The rows as they are stored, and a hash of all of them in their order. */
async function read(invoices: readonly unknown[]): Promise<{ rows: string[]; hash: string }> {
  const hash = createHash('sha256');
  const rows: string[] = [];
  for (const invoice of invoices) {
    rows.push(JSON.stringify(invoice));
    hash.update(requestHash(invoice));
    if (rows.length % rowsPerTurn === 0) await turn();
  }
  return { rows, hash: hash.digest('hex') };
}
