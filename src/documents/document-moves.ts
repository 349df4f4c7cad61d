import { Injectable } from '@nestjs/common';
import { type DocumentName } from './document.js';
import { DocumentDamaged } from './documents.errors.js';
import {
  DocumentsRepository,
  type DocumentRow,
  type MovableDocument,
} from './documents.repository.js';
import { DocumentsService, sha256Of } from './documents.service.js';
import { ObjectStore } from './object-store.js';

/** Documents that are moved at once: enough to wait for the store, few enough to leave room for others. */
const movesMax = 4;

/** What a move has done so far. */
export interface Moved {
  documents: number;
  bytes: number;
  /** What could not be moved, because the bytes are not those that were stored; a sentence each. */
  readonly damaged: string[];
}

/**
 * Moves documents between the database and the store while others read and write them: the bytes are written
 * to the new place and read back, then the row is changed if it still says what it said, then the old bytes
 * go. So a move that is cut off has moved what it has, and two at once never undo each other's work.
 */
@Injectable()
export class DocumentMoves {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly documents: DocumentsService,
    private readonly store: ObjectStore,
  ) {}

  /** Moves what is not in the store, or what is; `moved` counts along. @throws DocumentsUnavailable */
  async move(target: 'store' | 'database', moved: Moved): Promise<void> {
    const areStored = target === 'database';
    let after: DocumentName | undefined;
    for (;;) {
      const page = await this.repository.movable(after, { areStored, limit: movesMax });
      const last = page.at(-1);
      if (last === undefined) return;
      after = last;
      await allDone(page.map((document) => this.moveOne(target, document, moved)));
    }
  }

  private async moveOne(
    target: 'store' | 'database',
    document: MovableDocument,
    moved: Moved,
  ): Promise<void> {
    const { accountId, ...name } = document;
    const row = await this.repository.find(accountId, name);
    // Another process may have moved it meanwhile, or its account is gone.
    if (row === undefined || (row.objectKey === null) === (target === 'database')) return;
    try {
      const bytes =
        target === 'store'
          ? await this.toStore(document, row)
          : await this.toDatabase(document, row);
      if (bytes === undefined) return;
      moved.documents += 1;
      moved.bytes += bytes.length;
    } catch (error) {
      if (!(error instanceof DocumentDamaged)) throw error;
      moved.damaged.push(`${accountId} ${name.invoiceId}: ${error.message}`);
    }
  }

  /** The bytes, or nothing where somebody else was first. */
  private async toStore(
    { accountId, invoiceId, kind }: MovableDocument,
    { bytes, sha256 }: DocumentRow,
  ): Promise<Buffer | undefined> {
    if (sha256Of(bytes) !== sha256) throw new DocumentDamaged('its bytes are not what was stored');
    const to = await this.documents.upload(accountId, invoiceId, { bytes, sha256, kind });
    const arrived = await this.store.get(to);
    if (arrived?.equals(bytes) !== true) {
      await this.documents.discard(to);
      throw new DocumentDamaged(`${to} did not arrive whole`);
    }
    const kept = { invoiceId, kind, from: null, to, bytes: Buffer.alloc(0) };
    if (await this.repository.relocate(accountId, kept)) return bytes;
    await this.documents.discard(to);
    return undefined;
  }

  private async toDatabase(
    { accountId, invoiceId, kind }: MovableDocument,
    { sha256, objectKey: from }: DocumentRow,
  ): Promise<Buffer | undefined> {
    const document = await this.documents.find(accountId, { invoiceId, kind });
    if (document?.sha256 !== sha256) return undefined;
    const kept = { invoiceId, kind, from, to: null, bytes: document.bytes };
    if (!(await this.repository.relocate(accountId, kept))) return undefined;
    await this.documents.discard(from);
    return document.bytes;
  }
}

/** Waits for all of them, also where one has failed, so that none goes on behind the command's back. */
async function allDone(moves: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(moves)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
