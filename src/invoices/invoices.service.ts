import { Injectable } from '@nestjs/common';
import { type SqlSession } from '../common/database/database.js';
import { type Caller } from '../common/http/caller.js';
import { isId, newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { type Created, IdempotentIssuing } from './idempotent-issuing.js';
import { draftCreation, issuedCreation, type Made } from './invoice-creation.js';
import { type Numbering } from './invoice-numbering.js';
import { type CheckedRequest, InvoiceRequests, type IssuableInvoice } from './invoice-requests.js';
import { type Invoice, type IssuedInvoice, isIssued } from './invoice.js';
import { InvoiceIsDraft, InvoiceNotFound, InvoiceNumberTaken } from './invoices.errors.js';
import { type InvoiceCreation } from './invoice-heads.js';
import { InvoicesRepository, type StoredInvoice } from './invoices.repository.js';

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
   * Issues the invoice that a body asks for, or stores it as a draft, once per Idempotency-Key.
   * @throws InvalidRequest, InvoiceNumberTaken, IdempotencyKeyReused
   */
  create(caller: Caller, body: unknown, key?: string): Promise<Created> {
    return this.issuing.create(caller.accountId, { asked: body, key }, async () => {
      const checked = await this.requests.check(caller, body);
      return this.creation(caller, checked, body);
    });
  }

  /**
   * Checks and calculates the invoice that a body asks for; what is answered stores it in a transaction of
   * its caller's.
   * @throws InvalidRequest
   */
  async prepare(caller: Caller, body: unknown): Promise<PreparedInvoice> {
    const checked = await this.requests.check(caller, body);
    const creation = await this.creation(caller, checked, body);
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

  /** @throws InvoiceNotFound */
  async get(accountId: string, invoiceId: string): Promise<Invoice> {
    const invoice = isId('inv', invoiceId)
      ? await this.invoices.find(accountId, invoiceId)
      : undefined;
    if (invoice === undefined) throw new InvoiceNotFound();
    return invoice;
  }

  /** The same where only an invoice with its number will do. @throws InvoiceNotFound, InvoiceIsDraft */
  async issued(accountId: string, invoiceId: string): Promise<IssuedInvoice> {
    const invoice = await this.get(accountId, invoiceId);
    if (!isIssued(invoice)) throw new InvoiceIsDraft();
    return invoice;
  }

  /** That a draft does not wait for a number which it cannot get as things are now. @throws InvoiceNumberTaken */
  async expectFreeNumber(accountId: string, numbering: Numbering): Promise<void> {
    if (!('own' in numbering)) return;
    const taken = await this.takenNumbers(accountId, [numbering.own]);
    if (taken.size > 0) throw new InvoiceNumberTaken(numbering.own);
  }

  /** What is to be stored of an invoice that is issued now, under a new id. */
  issuable(caller: Caller, invoice: IssuableInvoice): InvoiceCreation {
    return issuedCreation(this.made(caller), invoice);
  }

  private async creation(
    caller: Caller,
    checked: CheckedRequest,
    body: unknown,
  ): Promise<InvoiceCreation> {
    if (!checked.isDraft) return this.issuable(caller, checked);
    await this.expectFreeNumber(caller.accountId, checked.numbering);
    return draftCreation(this.made(caller), checked, body);
  }

  private made({ actorId }: Caller): Made {
    const now = this.clock.now();
    return { id: newId('inv', now), createdBy: actorId, createdAt: now.toISOString() };
  }
}
