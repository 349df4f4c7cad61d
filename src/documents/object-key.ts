import { randomBase62 } from '../common/ids/id.js';

/** What the keys of an account start with, below the prefix of DOCUMENTS_URL. */
export function accountFolder(accountId: string): string {
  return `${accountId}/`;
}

/** A key that nothing was stored under and nothing else ever will be. */
export function newObjectKey(accountId: string, invoiceId: string, sha256: string): string {
  return `${accountFolder(accountId)}${invoiceId}/${sha256}-${randomBase62(12)}.pdf`;
}

/** The invoice that a key was made for; undefined where the object is somebody else's. */
export function invoiceOfKey(key: string): string | undefined {
  return /^acc_\w+\/(inv_\w+)\/[0-9a-f]{64}-\w{12}\.pdf$/.exec(key)?.[1];
}
