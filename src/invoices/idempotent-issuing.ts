import { Injectable } from '@nestjs/common';
import {
  IdempotencyKeyInUse,
  IdempotencyRepository,
  type IdempotentRequest,
} from './idempotency.repository.js';
import { InvoiceCreations } from './invoice-creations.js';
import { type InvoiceCreation } from './invoice-heads.js';
import { type Invoice } from './invoice.js';
import { IdempotencyKeyReused, InvoiceNotFound } from './invoices.errors.js';
import { InvoicesRepository } from './invoices.repository.js';
import { requestHash } from './request-hash.js';

/** What a creation came to: a new invoice, or the one that the same request has made before. */
export interface Created {
  readonly invoice: Invoice;
  readonly replayed: boolean;
}

/** What a request asks for, whatever stands in it, and the Idempotency-Key that it came with, if any. */
export interface KeyedRequest {
  readonly asked: unknown;
  readonly key: string | undefined;
}

/** Makes a document once per Idempotency-Key, whichever route it is asked for through. */
@Injectable()
export class IdempotentIssuing {
  constructor(
    private readonly invoices: InvoicesRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly creations: InvoiceCreations,
  ) {}

  /**
   * Stores the invoice that `prepare` answers, unless the same request has made one before.
   * @throws IdempotencyKeyReused, InvoiceNumberTaken, and whatever `prepare` throws
   */
  create(
    accountId: string,
    keyed: KeyedRequest,
    prepare: () => Promise<InvoiceCreation>,
  ): Promise<Created> {
    return this.once(accountId, keyed, async (idempotency) =>
      this.creations.create(accountId, { ...(await prepare()), idempotency }),
    );
  }

  /**
   * Answers what the same request has made before, or lets `issue` make it; that must claim the key in the
   * transaction in which it does. @throws IdempotencyKeyReused, and whatever `issue` throws
   */
  async once(
    accountId: string,
    { asked, key }: KeyedRequest,
    issue: (idempotency: IdempotentRequest | undefined) => Promise<Invoice>,
  ): Promise<Created> {
    const idempotency = key === undefined ? undefined : { key, requestHash: requestHash(asked) };
    const earlier = idempotency && (await this.replay(accountId, idempotency));
    if (earlier !== undefined) return earlier;
    try {
      return { invoice: await issue(idempotency), replayed: false };
    } catch (error) {
      const winner =
        error instanceof IdempotencyKeyInUse && idempotency !== undefined
          ? await this.replay(accountId, idempotency)
          : undefined;
      if (winner === undefined) throw error;
      return winner;
    }
  }

  /** The invoice that this request has made before, if it has. @throws IdempotencyKeyReused */
  private async replay(
    accountId: string,
    { key, requestHash: hash }: IdempotentRequest,
  ): Promise<Created | undefined> {
    const row = await this.idempotency.find(accountId, key);
    if (row === undefined) return undefined;
    if (row.request_hash !== hash) throw new IdempotencyKeyReused();
    const invoice = await this.invoices.find(accountId, row.invoice_id);
    if (invoice === undefined) throw new InvoiceNotFound();
    return { invoice, replayed: true };
  }
}
