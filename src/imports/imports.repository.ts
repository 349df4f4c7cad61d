import { Injectable } from '@nestjs/common';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { Database, type SqlValue } from '../common/database/database.js';
import { insertRows } from '../common/database/insert-rows.js';
import { type Mapping } from './import.js';

/** A file that was imported; the instant is ISO 8601 text in UTC. */
export interface ImportRecord {
  readonly batchId: string;
  readonly mapping: Mapping;
  readonly createdAt: string;
}

/** An import whose batch is stored already. */
export interface NewImport extends ImportRecord {
  readonly headerHash: string;
  /** The hashes of its requests, in the order of the batch. */
  readonly hashes: readonly string[];
}

interface ImportRow {
  readonly batch_id: string;
  readonly mapping: string;
  readonly created_at: string;
}

/** Hashes that are looked up with one statement. */
const hashesMax = 500;

/** Files that an account has imported. */
@Injectable()
export class ImportsRepository {
  constructor(private readonly database: Database) {}

  /** Stores an import; does nothing where its batch has one already. */
  async add(accountId: string, { batchId, ...imported }: NewImport): Promise<void> {
    try {
      await this.database.transaction(async (session) => {
        await insertRows(session, 'imports', [
          {
            batch_id: batchId,
            account_id: accountId,
            header_hash: imported.headerHash,
            mapping: JSON.stringify(imported.mapping),
            created_at: imported.createdAt,
          },
        ]);
        const rows = imported.hashes.map((hash, position) => ({
          ...{ batch_id: batchId, position, account_id: accountId },
          request_hash: hash,
        }));
        await insertRows(session, 'imported_invoices', rows);
      });
    } catch (error) {
      if (!isDuplicateRow(error)) throw error;
    }
  }

  /** The mapping of the newest import with this header. */
  async mapping(accountId: string, headerHash: string): Promise<Mapping | undefined> {
    const rows = await this.database.read.select<{ mapping: string }>(
      `SELECT mapping FROM imports WHERE account_id = ? AND header_hash = ?
       ORDER BY batch_id DESC LIMIT 1`,
      [accountId, headerHash],
    );
    return rows[0] && (JSON.parse(rows[0].mapping) as Mapping);
  }

  /** Up to `limit` imports that are older than one, or than none, newest first. */
  async page(accountId: string, limit: number, before?: string): Promise<ImportRecord[]> {
    const older = before === undefined ? '' : 'AND batch_id < ?';
    const rows = await this.database.read.select<ImportRow>(
      `SELECT batch_id, mapping, created_at FROM imports WHERE account_id = ? ${older}
       ORDER BY batch_id DESC LIMIT ${limit}`,
      before === undefined ? [accountId] : [accountId, before],
    );
    return rows.map(({ batch_id: batchId, mapping, created_at: createdAt }) => ({
      ...{ batchId, createdAt },
      mapping: JSON.parse(mapping) as Mapping,
    }));
  }

  /** The batch of the newest import. */
  async newest(accountId: string): Promise<string | undefined> {
    const rows = await this.database.read.select<{ batch_id: string }>(
      'SELECT batch_id FROM imports WHERE account_id = ? ORDER BY batch_id DESC LIMIT 1',
      [accountId],
    );
    return rows[0]?.batch_id;
  }

  /** When requests were imported last, by their hashes; those whose row of the batch was refused do not count. */
  async importedAt(
    accountId: string,
    hashes: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (let start = 0; start < hashes.length; start += hashesMax) {
      const part: SqlValue[] = hashes.slice(start, start + hashesMax);
      const rows = await this.database.read.select<{ hash: string; at: string }>(
        `SELECT h.request_hash AS hash, MAX(i.created_at) AS at
         FROM imported_invoices h
         JOIN imports i ON i.batch_id = h.batch_id
         JOIN batch_rows r ON r.batch_id = h.batch_id AND r.position = h.position
         WHERE h.account_id = ? AND h.request_hash IN (${part.map(() => '?').join(', ')})
           AND r.status <> 'failed'
         GROUP BY h.request_hash`,
        [accountId, ...part],
      );
      for (const { hash, at } of rows) found.set(hash, at);
    }
    return found;
  }
}
