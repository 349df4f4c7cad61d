import { Injectable } from '@nestjs/common';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { Database, type SqlSession } from '../common/database/database.js';
import { insertRows } from '../common/database/insert-rows.js';
import { IdempotencyRepository, type IdempotentRequest } from './idempotency.repository.js';
import { type InvoiceReferences, type StoredReferences } from './completed-requests.js';
import { linkedDocuments } from './conversion/link-rows.js';
import { latestEmail } from './invoice-email.js';
import { InvoiceEvents } from './invoice-events.js';
import {
  invoiceColumns,
  type InvoiceRow,
  invoiceValues,
  type NewInvoice,
  pendingNumber,
  summaryOf,
} from './invoice-rows.js';
import { creditNotesOf } from './crediting/credit-note-links.js';
import { lineColumns, lineOf, type LineRow, lineValues } from './line-rows.js';
import { taxColumns, type TaxRow, taxValues } from './tax-rows.js';
import { numberAt, type Numbering, seriesPeriod } from './invoice-numbering.js';
import {
  type Invoice,
  type InvoiceDraft,
  type InvoiceNumber,
  isFromSeries,
  type IssuedInvoice,
  type PendingNumber,
} from './invoice.js';
import { InvoiceNumberTaken } from './invoices.errors.js';
import { countIn } from './monthly-totals.repository.js';
import { NumberSeriesRepository } from './number-series.repository.js';

export interface InvoiceCreation {
  readonly identity: Omit<NewInvoice, 'accountId'>;
  readonly draft: InvoiceDraft;
  readonly numbering: Numbering;
  readonly references: Pick<InvoiceReferences, 'store'>;
  readonly idempotency?: IdempotentRequest | undefined;
  /** Of a draft only: the request, as JSON, from which it is issued one day. */
  readonly draftRequest?: string | undefined;
}

/** An invoice in an open transaction, and what is to be done after its end. */
export interface StoredInvoice {
  readonly invoice: Invoice;
  readonly committed: () => void;
}

/** Invoices with their lines and taxes. None of them has an update; a draft is stored anew. */
@Injectable()
export class InvoicesRepository {
  constructor(
    private readonly database: Database,
    private readonly numbers: NumberSeriesRepository,
    private readonly idempotency: IdempotencyRepository,
    private readonly events: InvoiceEvents,
  ) {}

  /**
   * Stores an invoice under its number, and who is to be told, in one transaction: all of it, or nothing and
   * no number used. A draft gets no number, stores nothing beside itself, and nobody is told.
   * @throws InvoiceNumberTaken, IdempotencyKeyInUse
   */
  async create(accountId: string, creation: InvoiceCreation): Promise<Invoice> {
    const { invoice, committed } = await this.database.transaction((session) =>
      this.createIn(session, accountId, creation),
    );
    committed();
    return invoice;
  }

  /**
   * The same inside a transaction of somebody else's, which may go on after an {@link InvoiceNumberTaken}:
   * nothing of this invoice is written then. `committed` may be called once that one is committed, so that
   * nobody has to look for the event.
   */
  async createIn(
    session: SqlSession,
    accountId: string,
    creation: InvoiceCreation,
  ): Promise<StoredInvoice> {
    if (creation.draftRequest !== undefined) {
      const draft = await this.insert(session, accountId, creation, (identity) =>
        this.insertDraft(session, identity, creation),
      );
      return { invoice: draft, committed: () => undefined };
    }
    const invoice = await this.insertIn(session, accountId, creation);
    const event = { type: 'invoice.issued', accountId, invoice } as const;
    return { invoice, committed: await this.events.record(session, event) };
  }

  /** The same without telling anybody, for a caller who tells more of it. */
  async insertIn(
    session: SqlSession,
    accountId: string,
    creation: InvoiceCreation,
  ): Promise<IssuedInvoice> {
    const invoice = await this.insert(session, accountId, creation, (identity) =>
      this.insertNumbered(session, identity, creation),
    );
    await countIn(session, accountId, invoice);
    return invoice;
  }

  /** `insertHead` gives the invoice its number, or what a draft has instead. */
  private async insert<Number extends IssuedInvoice['number'] | PendingNumber>(
    session: SqlSession,
    accountId: string,
    creation: InvoiceCreation,
    insertHead: (identity: NewInvoice) => Promise<Number>,
  ): Promise<Invoice & { readonly number: Number }> {
    const { draft, idempotency } = creation;
    const identity = { ...creation.identity, accountId };
    const { id, createdAt } = identity;
    if (idempotency !== undefined)
      await this.idempotency.claim(session, accountId, {
        ...idempotency,
        invoiceId: id,
        createdAt,
      });
    const number = await insertHead(identity);
    // After the number, so that a number which is taken leaves nothing behind.
    const { customerId, itemIds } = await this.storeReferences(session, identity, creation);
    const lines = draft.lines.map((line, at) => ({ ...line, itemId: itemIds[at] ?? null }));
    await insertRows(session, 'invoice_lines', lineValues(id, lines));
    await insertRows(session, 'invoice_taxes', taxValues(id, draft.taxes));
    return {
      ...draft,
      lines,
      id,
      number,
      customerId,
      createdAt,
      pdf: null,
      email: null,
      voided: null,
      convertedFrom: identity.convertedFrom ?? null,
      convertedTo: null,
      creditedMinor: 0n,
      creditVersion: 0,
      creditNotes: [],
    };
  }

  async find(accountId: string, invoiceId: string): Promise<Invoice | undefined> {
    const [rows, lines, taxes] = await Promise.all([
      this.database.read.select<InvoiceRow>(
        `SELECT ${invoiceColumns} FROM invoices i
         LEFT JOIN documents d ON d.invoice_id = i.id AND d.kind = 'pdf'
         ${latestEmail}
         ${linkedDocuments}
         WHERE i.id = ? AND i.account_id = ?`,
        [invoiceId, accountId],
      ),
      this.database.read.select<LineRow>(
        `SELECT ${lineColumns} FROM invoice_lines l WHERE l.invoice_id = ? ORDER BY l.position`,
        [invoiceId],
      ),
      this.database.read.select<TaxRow>(
        `SELECT ${taxColumns} FROM invoice_taxes WHERE invoice_id = ? ORDER BY position`,
        [invoiceId],
      ),
    ]);
    const row = rows[0];
    if (row === undefined) return undefined;
    const summary = summaryOf(row, taxes);
    const creditNotes = await creditNotesOf(this.database.read, accountId, [summary]);
    return {
      ...summary,
      lines: lines.map(lineOf),
      creditNotes: creditNotes.get(invoiceId) ?? [],
    };
  }

  /** Which of these numbers belong to invoices of the account already. */
  async taken(accountId: string, numbers: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.read.select<{ number: string }>(
      `SELECT number FROM invoices WHERE account_id = ? AND number IN (${numbers.map(() => '?').join(', ')})`,
      [accountId, ...numbers],
    );
    return new Set(rows.map(({ number }) => number));
  }

  private async insertDraft(
    session: SqlSession,
    identity: NewInvoice,
    { draft, numbering, draftRequest }: InvoiceCreation,
  ): Promise<PendingNumber> {
    const number = pendingNumber('own' in numbering ? null : numbering.series);
    const values = invoiceValues(identity, number, draft);
    await insertRows(session, 'invoices', [{ ...values, draft_request: draftRequest ?? null }]);
    return number;
  }

  /** Inserts the head under its number; a generated number that is taken is stepped over. */
  private async insertNumbered(
    session: SqlSession,
    identity: NewInvoice,
    { draft, numbering }: InvoiceCreation,
  ): Promise<InvoiceNumber> {
    for (;;) {
      const number = await this.nextNumber(session, identity.accountId, { draft, numbering });
      try {
        await insertRows(session, 'invoices', [invoiceValues(identity, number, draft)]);
        return number;
      } catch (error) {
        if (!isDuplicateRow(error)) throw error;
        if (!isFromSeries(number)) throw new InvoiceNumberTaken(number.number);
        const { accountId, createdAt } = identity;
        await this.numbers.stepOver(session, accountId, { ...number, createdAt });
      }
    }
  }

  /** Answers the items of the lines and the invoice's customer, who is another one than was thought if somebody else stored it first. */
  private async storeReferences(
    session: SqlSession,
    { id, customerId: expected }: NewInvoice,
    { references }: InvoiceCreation,
  ): Promise<StoredReferences> {
    const stored = await references.store(session);
    const { customerId } = stored;
    if (customerId !== expected) {
      await session.execute('UPDATE invoices SET customer_id = ? WHERE id = ?', [customerId, id]);
    }
    return stored;
  }

  private async nextNumber(
    session: SqlSession,
    accountId: string,
    { draft, numbering }: Pick<InvoiceCreation, 'draft' | 'numbering'>,
  ): Promise<InvoiceNumber> {
    if ('own' in numbering) {
      return { number: numbering.own, series: null, period: null, sequence: null };
    }
    const { date } = draft;
    const sequence = await this.numbers.take(session, accountId, seriesPeriod(numbering, date));
    return numberAt(numbering, date, sequence);
  }
}
