import { Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { dayMs } from '../common/time/durations.js';
import { DocumentsRepository } from './documents.repository.js';
import { accountFolder, invoiceOfKey } from './object-key.js';
import { ObjectStore } from './object-store.js';

/** How many objects are deleted at once. */
const deletesMax = 16;

/** Objects of the store that belong to no document any more. */
@Injectable()
export class DocumentObjects {
  constructor(
    private readonly store: ObjectStore,
    private readonly repository: DocumentsRepository,
    private readonly clock: Clock,
  ) {}

  /** Deletes a part of the objects of an account that is going, and answers whether there may be more. @throws DocumentsUnavailable */
  async deletePart(accountId: string): Promise<boolean> {
    if (!this.store.isConfigured) return false;
    const objects = await this.store.list(accountFolder(accountId));
    await this.delete(objects.map(({ key }) => key));
    return objects.length > 0;
  }

  /**
   * The keys that no row names, a part at a time: of PDFs that came second or never reached their row, and of
   * accounts that are gone. Those of the last day may yet get a row. @throws DocumentsUnavailable
   */
  async *orphans(): AsyncGenerator<string[]> {
    const before = this.clock.now().getTime() - dayMs;
    let after: string | undefined;
    for (;;) {
      const objects = await this.store.list('', after);
      after = objects.at(-1)?.key;
      if (after === undefined) return;
      const invoiceIds = new Map<string, string>();
      for (const { key, modifiedAt } of objects) {
        const invoiceId = invoiceOfKey(key);
        if (invoiceId !== undefined && modifiedAt.getTime() < before)
          invoiceIds.set(key, invoiceId);
      }
      const named = await this.repository.namedKeys([...invoiceIds.values()]);
      yield [...invoiceIds.keys()].filter((key) => !named.has(key));
    }
  }

  /** @throws DocumentsUnavailable */
  async delete(keys: readonly string[]): Promise<void> {
    for (let from = 0; from < keys.length; from += deletesMax) {
      const some = keys.slice(from, from + deletesMax);
      await Promise.all(some.map((key) => this.store.delete(key)));
    }
  }
}
