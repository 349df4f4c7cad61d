import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, type SqlSession, type SqlValue } from '../src/common/database/database.js';
import { KeysRepository } from '../src/keys/keys.repository.js';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, createKey, type TestAccount } from './support/factories.js';
import { onServer } from './support/test-database.js';

interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** A step of SQLite's plan has a `detail`; a table of a server's has the index as `key`. */
interface PlanRow {
  readonly detail?: string;
  readonly table?: string;
  readonly type?: string;
  readonly key?: string | null;
}

describe('the check of a key', () => {
  let running: RunningApp;
  let account: TestAccount;
  let read: SqlSession;
  const statements: Statement[] = [];

  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
    await createKey(running.url, account.session);
    read = running.app.get(Database).read;
    const select = read.select.bind(read);
    // Listens at the one place through which every read of the application goes.
    read.select = <Row>(sql: string, parameters: readonly SqlValue[] = []) => {
      statements.push({ sql, parameters });
      return select<Row>(sql, parameters);
    };
  });
  afterAll(() => running.close());

  const ask = async (key: string) => {
    statements.length = 0;
    // Refused behind the door, before anything else is read.
    const { status } = await fetch(`${running.url}/v1/invoices?limit=0`, {
      headers: { authorization: `Bearer ${key}` },
    });
    return status;
  };

  it('is one statement, for every request anew', async () => {
    for (let request = 0; request < 3; request += 1) {
      expect(await ask(account.key)).toBe(422);
      expect(statements).toEqual([
        { sql: expect.stringContaining('FROM api_keys'), parameters: [expect.any(String)] },
      ]);
    }
  });

  it('is none for what cannot be a key', async () => {
    expect(await ask(`${account.key}0`)).toBe(401);
    expect(statements).toEqual([]);
  });

  it('finds the key by the unique index of the hashes, and its account by its id', async () => {
    statements.length = 0;
    await running.app.get(KeysRepository).findByHash('0'.repeat(64));
    expect(statements).toHaveLength(1);
    const { sql } = statements[0] as Statement;
    const explain = onServer ? 'EXPLAIN FORMAT=TRADITIONAL' : 'EXPLAIN QUERY PLAN';
    const hash = await storedHash();
    const plan = await read.select<PlanRow>(`${explain} ${sql}`, [hash]);
    const steps = plan.map(({ detail, table, type, key }) =>
      onServer ? `${type} ${table} ${key}` : detail,
    );
    expect(steps).toEqual(
      onServer
        ? ['const k uq_api_keys_hash', 'const a PRIMARY']
        : [
            expect.stringMatching(/^SEARCH k USING INDEX uq_api_keys_hash \(key_hash=\?\)$/),
            expect.stringMatching(/^SEARCH a USING INDEX \w*autoindex_accounts_1 \(id=\?\)$/),
          ],
    );
  });

  /** Of a key that exists: a server plans a search for nothing differently. */
  async function storedHash(): Promise<string> {
    const rows = await read.select<{ key_hash: string }>('SELECT key_hash FROM api_keys LIMIT 1');
    return rows[0]?.key_hash ?? '';
  }
});
