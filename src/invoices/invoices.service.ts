import { Injectable } from '@nestjs/common';
import { type SqlSession } from '../common/database/database.js';
import { type Caller } from '../common/http/caller.js';
import { isId, newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { transition } from './domain/lifecycle.js';
import { type IdempotentRequest } from './idempotency.repository.js';
import { type Created, IdempotentIssuing } from './idempotent-issuing.js';
import { type CheckedRequest, InvoiceRequests, type IssuableInvoice } from './invoice-requests.js';
import { type Invoice } from './invoice.js';
import { InvoiceNotFound } from './invoices.errors.js';
import {
  type InvoiceCreation,
  InvoicesRepository,
  type StoredInvoice,
} from './invoices.repository.js';

/** An invoice that is checked and not stored. */
export interface PreparedInvoice {
  /**
   * Stores it in a transaction of somebody else's, and answers it with what is to be done after the commit.
   * Throws {@link InvoiceNumberTaken}, after which that transaction may go on.
   */
  readonly store: (session: SqlSession) => Promise<StoredInvoice>;
  /** Ids and external ids of customers and items that are added or changed with it. */
  readonly touched: readonly string[];
}

/** The life of an invoice (design §7): check and calculate, then store with its number in one transaction. */
@Injectable()
export class InvoicesService {
  constructor(
    private readonly requests: InvoiceRequests,
    private readonly invoices: InvoicesRepository,
    private readonly issuing: IdempotentIssuing,
    private readonly clock: Clock,
  ) {}

  /**
   * Issues the invoice that a body asks for, once per Idempotency-Key.
   * @throws InvalidRequest, InvoiceNumberTaken, IdempotencyKeyReused
   */
  create(caller: Caller, body: unknown, key?: string): Promise<Created> {
    const { accountId } = caller;
    return this.issuing.once(accountId, { asked: body, key }, async (idempotency) => {
      const checked = await this.requests.check(caller, body);
      return this.invoices.create(accountId, this.creation(caller, checked, idempotency));
    });
  }

  /**
   * Checks and calculates the invoice that a body asks for; what is answered stores it in a transaction of
   * its caller's.
   * @throws InvalidRequest
   */
  async prepare(caller: Caller, body: unknown): Promise<PreparedInvoice> {
    const checked = await this.requests.check(caller, body);
    const creation = this.creation(caller, checked);
    return {
      store: (session) => this.invoices.createIn(session, caller.accountId, creation),
      touched: checked.references.touched,
    };
  }

  /** Calculates the invoice that a body asks for; stores nothing and uses no number. @throws InvalidRequest */
  preview(caller: Caller, body: unknown): Promise<CheckedRequest> {
    return this.requests.check(caller, body);
  }

  /** Which of these numbers belong to invoices of the account already. */
  takenNumbers(accountId: string, numbers: readonly string[]): Promise<ReadonlySet<string>> {
    return this.invoices.taken(accountId, numbers);
  }

  /** A checked request under a new id, ready to be stored. */
  creation(
    caller: Caller,
    { draft, numbering, references }: IssuableInvoice,
    idempotency?: IdempotentRequest,
  ): InvoiceCreation {
    const now = this.clock.now();
    const identity = {
      id: newId('inv', now),
      createdBy: caller.actorId,
      createdAt: now.toISOString(),
      customerId: references.customerId,
    };
    const issued = { ...draft, status: transition(draft.status, 'issue') };
    return { identity, draft: issued, numbering, references, idempotency };
  }

  /** @throws InvoiceNotFound */
  async get(accountId: string, invoiceId: string): Promise<Invoice> {
    const invoice = isId('inv', invoiceId)
      ? await this.invoices.find(accountId, invoiceId)
      : undefined;
    if (invoice === undefined) throw new InvoiceNotFound();
    return invoice;
  }
}
