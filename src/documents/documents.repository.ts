import { Injectable } from '@nestjs/common';
import { blobBytes, Database, type SqlSession } from '../common/database/database.js';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { type DocumentKind, type DocumentName, type PlacedDocument } from './document.js';

/** A document as its row tells of it; `bytes` are empty where `objectKey` says where they are. */
export interface DocumentRow {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly objectKey: string | null;
}

/** A document that may have to move. */
export interface MovableDocument extends DocumentName {
  readonly accountId: string;
}

/** What a row is to hold from now on, unless its bytes have gone elsewhere meanwhile. */
export interface Relocation extends DocumentName {
  readonly from: string | null;
  readonly to: string | null;
  readonly bytes: Buffer;
}

const ofInvoice = 'account_id = ? AND invoice_id = ? AND kind = ?';

/** The rows of documents: what they say is the truth, wherever the bytes are. */
@Injectable()
export class DocumentsRepository {
  constructor(private readonly database: Database) {}

  async find(
    accountId: string,
    { invoiceId, kind }: DocumentName,
  ): Promise<DocumentRow | undefined> {
    const rows = await this.database.read.select<{
      bytes: Buffer | ArrayBuffer;
      sha256: string;
      object_key: string | null;
    }>(`SELECT bytes, sha256, object_key FROM documents WHERE ${ofInvoice}`, [
      accountId,
      invoiceId,
      kind,
    ]);
    const row = rows[0];
    if (row === undefined) return undefined;
    return { bytes: blobBytes(row.bytes), sha256: row.sha256, objectKey: row.object_key };
  }

  /** Stores the row unless there is one already; answers whether it was stored. */
  store(accountId: string, placed: PlacedDocument): Promise<boolean> {
    return this.storeIn(this.database.write, accountId, placed);
  }

  /** The same inside a transaction of somebody else's. */
  async storeIn(
    session: Pick<SqlSession, 'execute'>,
    accountId: string,
    { invoiceId, document, objectKey }: PlacedDocument,
  ): Promise<boolean> {
    const { kind, bytes, sha256, createdAt } = document;
    const kept = objectKey === null ? bytes : Buffer.alloc(0);
    try {
      await session.execute(
        `INSERT INTO documents (invoice_id, kind, account_id, bytes, size, sha256, created_at, object_key)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [invoiceId, kind, accountId, kept, bytes.length, sha256, createdAt, objectKey],
      );
      return true;
    } catch (error) {
      if (isDuplicateRow(error)) return false;
      throw error;
    }
  }

  /** The documents of an account that are no PDF of their own, behind one of them, in their order. */
  async eInvoices(
    accountId: string,
    after: DocumentName | undefined,
    limit: number,
  ): Promise<(DocumentName & { readonly sha256: string })[]> {
    const { invoiceId = '', kind = '' } = after ?? {};
    const rows = await this.database.read.select<{
      invoice_id: string;
      kind: DocumentKind;
      sha256: string;
    }>(
      `SELECT d.invoice_id, d.kind, d.sha256 FROM invoices i
       JOIN documents d ON d.invoice_id = i.id AND d.kind <> 'pdf'
       WHERE i.account_id = ? AND i.id >= ? AND (i.id > ? OR d.kind > ?)
       ORDER BY i.id, d.kind LIMIT ${Math.trunc(limit)}`,
      [accountId, invoiceId, invoiceId, kind],
    );
    return rows.map(({ invoice_id: at, kind: its, sha256 }) => ({
      invoiceId: at,
      kind: its,
      sha256,
    }));
  }

  /** Those of the keys that the rows of these invoices name; serves all accounts. */
  async namedKeys(invoiceIds: readonly string[]): Promise<Set<string>> {
    if (invoiceIds.length === 0) return new Set();
    const rows = await this.database.read.select<{ object_key: string }>(
      `SELECT object_key FROM documents WHERE object_key IS NOT NULL
       AND invoice_id IN (${invoiceIds.map(() => '?').join(', ')})`,
      invoiceIds,
    );
    return new Set(rows.map(({ object_key: key }) => key));
  }

  /** Documents of all accounts behind one of them, in their order, whose bytes are in the database, or are not. */
  async movable(
    after: DocumentName | undefined,
    { areStored, limit }: { areStored: boolean; limit: number },
  ): Promise<MovableDocument[]> {
    const { invoiceId = '', kind = '' } = after ?? {};
    const rows = await this.database.read.select<{
      account_id: string;
      invoice_id: string;
      kind: DocumentKind;
    }>(
      `SELECT account_id, invoice_id, kind FROM documents
       WHERE invoice_id >= ? AND (invoice_id > ? OR kind > ?)
         AND object_key IS ${areStored ? 'NOT NULL' : 'NULL'}
       ORDER BY invoice_id, kind LIMIT ${limit}`,
      [invoiceId, invoiceId, kind],
    );
    return rows.map(({ account_id: accountId, invoice_id: at, kind: its }) => ({
      accountId,
      invoiceId: at,
      kind: its,
    }));
  }

  /** Changes where the bytes of a document are; answers false where they had gone elsewhere before. */
  async relocate(
    accountId: string,
    { invoiceId, kind, from, to, bytes }: Relocation,
  ): Promise<boolean> {
    const isThere = from === null ? 'object_key IS NULL' : 'object_key = ?';
    const touched = await this.database.write.execute(
      `UPDATE documents SET bytes = ?, object_key = ? WHERE ${ofInvoice} AND ${isThere}`,
      [...[bytes, to, accountId, invoiceId, kind], ...(from === null ? [] : [from])],
    );
    return touched === 1;
  }
}
