import { randomBase62 } from '../common/ids/id.js';
import { type DocumentName } from './document.js';

/** What the keys of an account start with, below the prefix of DOCUMENTS_URL. */
export function accountFolder(accountId: string): string {
  return `${accountId}/`;
}

/** A key that nothing was stored under and nothing else ever will be. */
export function newObjectKey(
  accountId: string,
  { invoiceId, kind }: DocumentName,
  sha256: string,
): string {
  const ending = kind === 'pdf' || kind === 'facturx' ? 'pdf' : 'xml';
  return `${accountFolder(accountId)}${invoiceId}/${sha256}-${randomBase62(12)}.${ending}`;
}

/** The invoice that a key was made for; undefined where the object is somebody else's. */
export function invoiceOfKey(key: string): string | undefined {
  return /^acc_\w+\/(inv_\w+)\/[0-9a-f]{64}-\w{12}\.(?:pdf|xml)$/.exec(key)?.[1];
}
