import { Injectable } from '@nestjs/common';
import { type AuditLine } from '../../audit/audit-log.js';
import { Database, type SqlSession } from '../../common/database/database.js';
import { type Caller } from '../../common/http/caller.js';
import { type Made } from '../invoice-creation.js';
import { type Invoice } from '../invoice.js';
import { type InvoiceCreation } from '../invoice-heads.js';
import { InvoicesRepository } from '../invoices.repository.js';

/** A draft as it was asked for. */
export interface DraftRequest {
  readonly made: Made;
  readonly source: Caller['source'];
  /** The request as JSON. */
  readonly request: string;
}

interface DraftRow {
  readonly created_by: string;
  readonly created_at: string;
  readonly source: Caller['source'];
  readonly draft_request: string;
}

const isDraft = `account_id = ? AND id = ? AND status = 'draft'`;

/**
 * Drafts, which are rows of `invoices`. A draft is taken away before it is stored anew: of all who want that
 * at once, each finds what the one before has left.
 */
@Injectable()
export class DraftsRepository {
  constructor(
    private readonly database: Database,
    private readonly invoices: InvoicesRepository,
  ) {}

  /** What a draft was asked for with; undefined where the account has no such draft. */
  async find(accountId: string, invoiceId: string): Promise<DraftRequest | undefined> {
    const rows = await this.database.read.select<DraftRow>(
      `SELECT created_by, created_at, source, draft_request FROM invoices WHERE ${isDraft}`,
      [accountId, invoiceId],
    );
    return rows.map((row) => ({
      made: { id: invoiceId, createdBy: row.created_by, createdAt: row.created_at },
      source: row.source,
      request: row.draft_request,
    }))[0];
  }

  /** Stores another content under the id of a draft; undefined, and nothing stored, where it is none any more. */
  async replace(accountId: string, creation: InvoiceCreation): Promise<Invoice | undefined> {
    return this.database.transaction(async (session) => {
      if (!(await this.take(session, accountId, creation.identity.id))) return undefined;
      const { invoice } = await this.invoices.createIn(session, accountId, creation);
      return invoice;
    });
  }

  /**
   * Gives a draft its number and tells who is to be told; undefined, and no number used, where the draft is
   * gone, issued already, or not any more the one that was checked.
   * @throws InvoiceNumberTaken, after which it still is a draft
   */
  async issue(
    accountId: string,
    creation: InvoiceCreation,
    { request, line }: { request: string; line: (invoice: Invoice) => AuditLine },
  ): Promise<Invoice | undefined> {
    const stored = await this.database.transaction(async (session) => {
      const taken = await session.execute(
        `DELETE FROM invoices WHERE ${isDraft} AND draft_request = ?`,
        [accountId, creation.identity.id, request],
      );
      if (taken !== 1) return undefined;
      const created = await this.invoices.createIn(session, accountId, creation);
      await line(created.invoice)(session);
      return created;
    });
    stored?.committed();
    return stored?.invoice;
  }

  /** Removes a draft, and frees the Idempotency-Key that made it; false where it is none any more. */
  async remove(accountId: string, invoiceId: string, line: AuditLine): Promise<boolean> {
    return this.database.transaction(async (session) => {
      if (!(await this.take(session, accountId, invoiceId))) return false;
      await session.execute(
        'DELETE FROM idempotency_keys WHERE account_id = ? AND invoice_id = ?',
        [accountId, invoiceId],
      );
      await line(session);
      return true;
    });
  }

  private async take(session: SqlSession, accountId: string, invoiceId: string): Promise<boolean> {
    const taken = await session.execute(`DELETE FROM invoices WHERE ${isDraft}`, [
      accountId,
      invoiceId,
    ]);
    return taken === 1;
  }
}
