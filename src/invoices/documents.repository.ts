import { Injectable } from '@nestjs/common';
import { blobBytes, Database, type SqlSession } from '../common/database/database.js';
import { isDuplicateRow } from '../common/database/database-errors.js';

/** The stored PDF of an invoice. */
export interface StoredDocument {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** A PDF that is to be stored. */
export interface NewDocument extends StoredDocument {
  readonly createdAt: string;
}

interface DocumentRow {
  readonly bytes: Buffer | ArrayBuffer;
  readonly sha256: string;
}

/** PDFs, stored once: from then on the stored bytes are the document. */
@Injectable()
export class DocumentsRepository {
  constructor(private readonly database: Database) {}

  async find(accountId: string, invoiceId: string): Promise<StoredDocument | undefined> {
    const rows = await this.database.read.select<DocumentRow>(
      `SELECT bytes, sha256 FROM documents WHERE invoice_id = ? AND kind = 'pdf' AND account_id = ?`,
      [invoiceId, accountId],
    );
    const row = rows[0];
    return row === undefined ? undefined : { bytes: blobBytes(row.bytes), sha256: row.sha256 };
  }

  /** Stores the PDF unless there is one already; answers whether it was stored. */
  store(accountId: string, invoiceId: string, document: NewDocument): Promise<boolean> {
    return this.database.transaction((session) =>
      this.storeIn(session, accountId, { invoiceId, document }),
    );
  }

  /** The same inside a transaction of somebody else's. */
  async storeIn(
    session: SqlSession,
    accountId: string,
    { invoiceId, document }: { invoiceId: string; document: NewDocument },
  ): Promise<boolean> {
    const { bytes, sha256, createdAt } = document;
    try {
      await session.execute(
        `INSERT INTO documents (invoice_id, kind, account_id, bytes, size, sha256, created_at)
         VALUES (?, 'pdf', ?, ?, ?, ?, ?)`,
        [invoiceId, accountId, bytes, bytes.length, sha256, createdAt],
      );
      return true;
    } catch (error) {
      if (isDuplicateRow(error)) return false;
      throw error;
    }
  }
}
