import { Inject, Injectable } from '@nestjs/common';
import { DatabaseBusy } from '../common/database/database-errors.js';
import { waitingMax } from '../common/database/database.js';
import { AppError } from '../common/errors/app-error.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { type InvoiceCreation, isDraft } from './invoice-heads.js';
import { type Invoice } from './invoice.js';
import { InvoicesRepository } from './invoices.repository.js';

/** How many invoices share a transaction at the most, so that the first of them waits for milliseconds only. */
const groupMax = 32;

/** A creation that waits for the one before it in its account. */
interface Waiting {
  readonly creation: InvoiceCreation;
  readonly askedAtMs: number;
  readonly resolve: (invoice: Invoice) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Stores new invoices. Those of one account wait for each other anyway, as they count on the same row, so what
 * comes while a transaction runs is stored together by the next one, with a statement where each would have its
 * own (docs/decisions/0049). The first one waits for nobody.
 */
@Injectable()
export class InvoiceCreations {
  /** By account, as long as a transaction of it is under way. */
  private readonly queues = new Map<string, Waiting[]>();

  constructor(
    private readonly invoices: InvoicesRepository,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * Stores an invoice under its number: all of it, or nothing and no number used.
   * @throws InvoiceNumberTaken, IdempotencyKeyInUse, DatabaseBusy
   */
  async create(accountId: string, creation: InvoiceCreation): Promise<Invoice> {
    if (!isShareable(creation)) return this.alone(accountId, creation);
    const queue = this.queues.get(accountId);
    if (queue !== undefined && queue.length >= waitingMax) throw new DatabaseBusy();
    return new Promise((resolve, reject) => {
      const waiting = { creation, askedAtMs: performance.now(), resolve, reject };
      if (queue === undefined) void this.work(accountId, [waiting]);
      else queue.push(waiting);
    });
  }

  private async work(accountId: string, queue: Waiting[]): Promise<void> {
    this.queues.set(accountId, queue);
    while (queue.length > 0) await this.together(accountId, this.inTime(queue.splice(0, groupMax)));
    this.queues.delete(accountId);
  }

  /** Whoever asked too long ago has gone, or will ask again. */
  private inTime(group: readonly Waiting[]): Waiting[] {
    const lastMs = performance.now() - this.config.database.timeoutMs;
    return group.filter(({ askedAtMs, reject }) => {
      if (askedAtMs < lastMs) reject(new DatabaseBusy());
      return askedAtMs >= lastMs;
    });
  }

  private async together(accountId: string, group: readonly Waiting[]): Promise<void> {
    if (group.length === 0) return;
    try {
      const creations = group.map(({ creation }) => creation);
      const invoices = await this.invoices.create(accountId, creations);
      for (const [at, { resolve }] of group.entries()) resolve(invoices[at] as Invoice);
    } catch (error) {
      await this.apart(accountId, group, error);
    }
  }

  /** What fails because of one of them must not fail the others; what is wrong with the database is for all. */
  private async apart(accountId: string, group: readonly Waiting[], error: unknown): Promise<void> {
    const isForAll = error instanceof AppError && error.kind === 'unavailable';
    if (group.length === 1 || isForAll) {
      for (const { reject } of group) reject(error);
      return;
    }
    await Promise.all(
      group.map(({ creation, resolve, reject }) =>
        this.alone(accountId, creation).then(resolve, reject),
      ),
    );
  }

  private async alone(accountId: string, creation: InvoiceCreation): Promise<Invoice> {
    const [invoice] = await this.invoices.create(accountId, [creation]);
    return invoice as Invoice;
  }
}

/** Numbers of its own can be taken, and a draft takes none. */
function isShareable(creation: InvoiceCreation): boolean {
  return !('own' in creation.numbering) && !isDraft(creation);
}
