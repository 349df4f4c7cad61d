// API keys in bulk, straight into the table: a million of them through the API would take hours.
import { randomBytes } from 'node:crypto';
import { keyHash, newKey } from '../../dist/keys/secret.js';

const rowsPerInsert = 1000;
const knownKeys = 2000;
const row = `(?, ?, ?, 'Bench', 1, 'aaaa', 'zzzz', '2026-01-19T10:00:00.000Z')`;
const insert = `INSERT INTO api_keys
  (id, account_id, key_hash, name, hash_algorithm, hint_start, hint_end, created_at) VALUES `;

/**
 * Stores `count` keys of an account (a multiple of 1,000) and answers some of them, spread over the whole
 * table; of the others nobody knows more than the hash, which is as random.
 */
export async function storeKeys(database, accountId, count) {
  const known = Array.from({ length: Math.min(count, knownKeys) }, newKey);
  const hashes = known.map(keyHash);
  while (hashes.length < count) hashes.push(randomBytes(32).toString('hex'));
  // In their order an index is written page by page, which takes seconds where chance takes minutes.
  hashes.sort();
  for (let from = 0; from < count; from += rowsPerInsert) {
    const part = hashes.slice(from, from + rowsPerInsert);
    const values = part.flatMap((hash, at) => [`key_bench${from + at}`, accountId, hash]);
    const rows = part.map(() => row).join(', ');
    await database.transaction((session) => session.execute(insert + rows, values));
  }
  return known;
}
