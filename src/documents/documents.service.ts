import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { type SqlSession } from '../common/database/database.js';
import {
  type DocumentName,
  type NewDocument,
  type PlacedDocument,
  type StoredDocument,
} from './document.js';
import { DocumentDamaged } from './documents.errors.js';
import { DocumentsRepository } from './documents.repository.js';
import { newObjectKey } from './object-key.js';
import { ObjectStore } from './object-store.js';

/** Between the row and the bytes, a document may move once; twice within one read it does not. */
const readsMax = 2;
const pageSize = 100;

/**
 * Documents, stored once: from then on the stored bytes are the document. The row decides which bytes these are,
 * and is written when they are durable. Every upload has a key of its own, so no object is ever written
 * twice, and one that no row names will never be named.
 */
@Injectable()
export class DocumentsService {
  private readonly logger = new Logger(DocumentsService.name);

  constructor(
    private readonly repository: DocumentsRepository,
    private readonly store: ObjectStore,
  ) {}

  /**
   * A document of an invoice, if it has that one.
   * @throws DocumentsUnavailable
   * @throws DocumentDamaged when the store has lost it or answers other bytes
   */
  async find(accountId: string, name: DocumentName): Promise<StoredDocument | undefined> {
    for (let read = 1; ; read += 1) {
      const row = await this.repository.find(accountId, name);
      if (row === undefined) return undefined;
      const { sha256, objectKey } = row;
      if (objectKey === null) return { bytes: row.bytes, sha256 };
      const bytes = await this.store.get(objectKey);
      if (bytes !== undefined && sha256Of(bytes) === sha256) return { bytes, sha256 };
      if (read === readsMax) {
        const what = bytes === undefined ? 'is not in the store' : 'is not what was stored';
        throw new DocumentDamaged(`${objectKey} ${what}`);
      }
    }
  }

  /** Every e-invoice of an account that is stored beside a PDF, with the hash that its row has. */
  async *eInvoices(accountId: string): AsyncGenerator<DocumentName & { readonly sha256: string }> {
    let after: DocumentName | undefined;
    for (;;) {
      const page = await this.repository.eInvoices(accountId, after, pageSize);
      yield* page;
      after = page.at(-1);
      if (page.length < pageSize) return;
    }
  }

  /** Stores the document unless there is one of its kind already; answers whether it was stored. @throws DocumentsUnavailable */
  async add(accountId: string, invoiceId: string, document: NewDocument): Promise<boolean> {
    const placed = await this.place(accountId, invoiceId, document);
    const isStored = await this.repository.store(accountId, placed);
    if (!isStored) await this.discard(placed.objectKey);
    return isStored;
  }

  /** Makes the bytes durable where new ones go; the document is stored with its row. @throws DocumentsUnavailable */
  async place(
    accountId: string,
    invoiceId: string,
    document: NewDocument,
  ): Promise<PlacedDocument> {
    const objectKey = this.store.isConfigured
      ? await this.upload(accountId, invoiceId, document)
      : null;
    return { invoiceId, document, objectKey };
  }

  /**
   * Stores the row of a placed document in a transaction of somebody else's, unless there is one. The bytes of
   * one that comes too late stay behind, because the transaction may still fail: `documents:orphans` finds them.
   */
  async addIn(session: SqlSession, accountId: string, placed: PlacedDocument): Promise<void> {
    await this.repository.storeIn(session, accountId, placed);
  }

  /** Puts bytes under a new key and answers it. @throws DocumentsUnavailable */
  async upload(
    accountId: string,
    invoiceId: string,
    { bytes, sha256, kind }: Pick<NewDocument, 'bytes' | 'sha256' | 'kind'>,
  ): Promise<string> {
    const key = newObjectKey(accountId, { invoiceId, kind }, sha256);
    await this.store.put(key, bytes);
    return key;
  }

  /** Deletes bytes that no row names; where the store is away by now they stay, as an orphan. */
  async discard(objectKey: string | null): Promise<void> {
    if (objectKey === null) return;
    try {
      await this.store.delete(objectKey);
    } catch {
      this.logger.warn(`${objectKey} is in the store and belongs to no document.`);
    }
  }
}

/** As hexadecimal digits. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
