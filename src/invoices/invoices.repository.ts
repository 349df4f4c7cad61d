import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from '../common/database/database.js';
import { insertRows } from '../common/database/insert-rows.js';
import { type StoredReferences } from './completed-requests.js';
import { linkedDocuments } from './conversion/link-rows.js';
import { creditNotesOf } from './crediting/credit-note-links.js';
import { type Claim, IdempotencyRepository } from './idempotency.repository.js';
import { latestEmail } from './invoice-email.js';
import { InvoiceEvents } from './invoice-events.js';
import {
  type InvoiceCreation,
  InvoiceHeads,
  isDraft,
  type PlacedCreation,
} from './invoice-heads.js';
import { invoiceColumns, type InvoiceRow, summaryOf } from './invoice-rows.js';
import {
  type Invoice,
  type InvoiceNumber,
  type IssuedInvoice,
  type PendingNumber,
} from './invoice.js';
import { lineColumns, lineOf, type LineRow, lineValues } from './line-rows.js';
import { countIn } from './monthly-totals.repository.js';
import { taxColumns, type TaxRow, taxValues } from './tax-rows.js';

/** An invoice in an open transaction, and what is to be done after its end. */
export interface StoredInvoice {
  readonly invoice: Invoice;
  readonly committed: () => void;
}

interface Insertion<Number> {
  readonly creations: readonly InvoiceCreation[];
  readonly insertHeads: (placed: readonly PlacedCreation[]) => Promise<Number[]>;
}

/** Invoices with their lines and taxes. None of them has an update; a draft is stored anew. */
@Injectable()
export class InvoicesRepository {
  constructor(
    private readonly database: Database,
    private readonly heads: InvoiceHeads,
    private readonly idempotency: IdempotencyRepository,
    private readonly events: InvoiceEvents,
  ) {}

  /**
   * Stores invoices under their numbers, and who is to be told, in one transaction: all of it, or nothing and
   * no number used. A draft gets no number, stores nothing beside itself, and nobody is told.
   * @throws InvoiceNumberTaken, IdempotencyKeyInUse; of several also a duplicate row, where another number is taken
   */
  async create(accountId: string, creations: readonly InvoiceCreation[]): Promise<Invoice[]> {
    const { invoices, committed } = await this.database.transaction((session) =>
      this.createAllIn(session, accountId, creations),
    );
    committed();
    return invoices;
  }

  /**
   * The same with one inside a transaction of somebody else's, which may go on after an
   * {@link InvoiceNumberTaken}: nothing of this invoice is written then. `committed` may be called once that one
   * is committed, so that nobody has to look for the event.
   */
  async createIn(
    session: SqlSession,
    accountId: string,
    creation: InvoiceCreation,
  ): Promise<StoredInvoice> {
    const { invoices, committed } = await this.createAllIn(session, accountId, [creation]);
    return { invoice: onlyOne(invoices), committed };
  }

  /** The same of a numbered one without telling anybody, for a caller who tells more of it. */
  async insertIn(
    session: SqlSession,
    accountId: string,
    creation: InvoiceCreation,
  ): Promise<IssuedInvoice> {
    return onlyOne(await this.insertNumbered(session, accountId, [creation]));
  }

  private async createAllIn(
    session: SqlSession,
    accountId: string,
    creations: readonly InvoiceCreation[],
  ): Promise<{ invoices: Invoice[]; committed: () => void }> {
    if (creations.some(isDraft)) {
      const drafts = await this.insert(session, accountId, {
        creations,
        insertHeads: (placed) => this.heads.insertDrafts(session, placed),
      });
      return { invoices: drafts, committed: () => undefined };
    }
    const invoices = await this.insertNumbered(session, accountId, creations);
    const happened = { type: 'invoice.issued', accountId, invoices } as const;
    return { invoices, committed: await this.events.record(session, happened) };
  }

  private async insertNumbered(
    session: SqlSession,
    accountId: string,
    creations: readonly InvoiceCreation[],
  ): Promise<IssuedInvoice[]> {
    const invoices = await this.insert<InvoiceNumber>(session, accountId, {
      creations,
      insertHeads: (placed) => this.heads.insertNumbered(session, accountId, placed),
    });
    await countIn(session, accountId, invoices);
    return invoices;
  }

  /** `insertHeads` gives the invoices their numbers, or what a draft has instead. */
  private async insert<Number extends InvoiceNumber | PendingNumber>(
    session: SqlSession,
    accountId: string,
    { creations, insertHeads }: Insertion<Number>,
  ): Promise<(Invoice & { readonly number: Number })[]> {
    const placed = creations.map((creation) => ({
      ...creation,
      identity: { ...creation.identity, accountId },
    }));
    await this.idempotency.claim(session, accountId, placed.flatMap(claimOf));
    const numbers = await insertHeads(placed);
    const invoices: (Invoice & { readonly number: Number })[] = [];
    for (const [at, creation] of placed.entries()) {
      // After the number, so that a number which is taken leaves nothing behind.
      const stored = await this.storeReferences(session, creation);
      invoices.push({ ...newInvoice(creation, stored), number: numbers[at] as Number });
    }
    const lineRows = invoices.flatMap(({ id, lines }) => lineValues(id, lines));
    await insertRows(session, 'invoice_lines', lineRows);
    const taxRows = invoices.flatMap(({ id, taxes }) => taxValues(id, taxes));
    await insertRows(session, 'invoice_taxes', taxRows);
    return invoices;
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

  /** Answers the items of the lines and the invoice's customer, who is another one than was thought if somebody else stored it first. */
  private async storeReferences(
    session: SqlSession,
    { identity: { id, customerId: expected }, references }: PlacedCreation,
  ): Promise<StoredReferences> {
    const stored = await references.store(session);
    const { customerId } = stored;
    if (customerId !== expected) {
      await session.execute('UPDATE invoices SET customer_id = ? WHERE id = ?', [customerId, id]);
    }
    return stored;
  }
}

function onlyOne<T>([first]: readonly T[]): T {
  if (first === undefined) throw new Error('One invoice was to be stored, and none was.');
  return first;
}

function claimOf({ identity, idempotency }: PlacedCreation): Claim[] {
  const { id: invoiceId, createdAt } = identity;
  return idempotency === undefined ? [] : [{ ...idempotency, invoiceId, createdAt }];
}

/** An invoice as it is when it was just stored, without its number. */
function newInvoice(
  { identity, draft }: PlacedCreation,
  { customerId, itemIds }: StoredReferences,
): Omit<Invoice, 'number'> {
  return {
    ...draft,
    lines: draft.lines.map((line, at) => ({ ...line, itemId: itemIds[at] ?? null })),
    id: identity.id,
    customerId,
    createdAt: identity.createdAt,
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
