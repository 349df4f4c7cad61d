import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { adminCommand } from '../../src/admin-command.js';
import { createDataSource } from '../../src/database/data-sources.js';
import { loadConfig } from '../../src/config/config.js';
import { migrations } from '../../src/database/migrations/migrations.js';
import { type RunningApp, startApp, startAppOn } from '../support/app.js';
import { upload } from '../support/attachments.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { getPdf } from '../support/invoices.js';
import { rowsOf, tables } from '../support/tables.js';
import { createTestDatabase, createTestFile, type TestDatabase } from '../support/test-database.js';

describe('a backup', () => {
  let running: RunningApp;
  let account: TestAccount;
  let invoiceId: string;
  let pdf: Buffer;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
    const attachments = [(await upload(running, account)).id];
    // More rows than a page of the backup.
    const lines = Array.from({ length: 60 }, (_, at) => ({
      description: `Zoë's 請求書 ${at} \n"quoted" \\`,
      quantity: '9',
      unit_price: '99999999999.99',
    }));
    const invoice = await createInvoice(running.url, account, { line_items: lines, attachments });
    invoiceId = invoice.id;
    pdf = (await getPdf(running.url, account, invoiceId)).body;
  });
  afterAll(() => running.close());

  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'finvo-backup-'));
    file = join(folder, 'finvo.backup');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const command = async (database: TestDatabase, ...words: string[]) => {
    const { succeeded, said } = await adminCommand(words, { DATABASE_URL: database.url });
    return { succeeded, said: String(said) };
  };
  const backUp = () => command(running.database, 'backup', file);

  /** Runs with a database that is dropped in the end. */
  async function inDatabase(made: Promise<TestDatabase>, use: (it: TestDatabase) => Promise<void>) {
    const database = await made;
    try {
      await use(database);
    } finally {
      await database.drop();
    }
  }

  async function expectRestored(database: TestDatabase) {
    const restored = await startAppOn(database);
    try {
      for (const table of tables) {
        const [was, is] = [await rowsOf(running, table), await rowsOf(restored, table)];
        expect([table, comparable(is)]).toEqual([table, comparable(was)]);
      }
      const again = await getPdf(restored.url, account, invoiceId);
      expect(again.body.equals(pdf)).toBe(true);
      await request(restored.url).get('/v1/account').set(account.bearer).expect(200);
      const next = await createInvoice(restored.url, account);
      expect(next.invoice_number).toBe('INV-0002');
    } finally {
      await restored.close();
    }
  }

  it('comes back into a new database with every row, the same PDFs, working keys and the next number', async () => {
    const made = await backUp();
    expect(made.said).toContain('1 accounts, 1 invoices and 1 PDFs');
    expect(made.said).toContain('finvo.secret');
    await inDatabase(createTestDatabase(), async (database) => {
      const { succeeded, said } = await command(database, 'restore', file);
      expect(said).toContain('1 accounts, 1 invoices and 1 PDFs');
      expect(succeeded).toBe(true);
      expect((await command(database, 'verify')).said).toContain('all of them are right');
      await expectRestored(database);
    });
  });

  it('comes back on SQLite, whichever database it was made of', async () => {
    await backUp();
    await inDatabase(Promise.resolve(createTestFile()), async (database) => {
      expect((await command(database, 'restore', file)).succeeded).toBe(true);
      expect((await command(database, 'verify')).said).toContain('all of them are right');
    });
  });

  it('is of one moment, although invoices are being made meanwhile', async () => {
    const other = await createAccount(running);
    const done = new AbortController();
    const writing = (async () => {
      while (!done.signal.aborted) await createInvoice(running.url, other);
    })();
    await backUp();
    done.abort();
    await writing;
    const rows = rowsIn(file);
    const invoices = new Set(rows.invoices!.map((row) => row.id));
    const withLines = new Set(rows.invoice_lines!.map((row) => row.invoice_id));
    expect(withLines).toEqual(invoices);
  });

  it('can be read by nobody else, and never replaces a file', async () => {
    await backUp();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(file);
    const { succeeded, said } = await backUp();
    expect([succeeded, said]).toEqual([false, `There is a file ${file} already.`]);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('leaves no file behind where there is nothing to keep', async () => {
    await inDatabase(createTestDatabase(), async (database) => {
      expect(await command(database, 'backup', file)).toEqual({
        succeeded: false,
        said: 'There is no Finvo in this database.',
      });
      expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
    });
  });

  it('is refused where it was cut off or changed, before anything is written', async () => {
    await backUp();
    const whole = readFileSync(file);
    const text = gunzipSync(whole).toString();
    const lines = text.split('\n');
    const damaged: [Buffer, RegExp][] = [
      [whole.subarray(0, whole.length - 20), /not whole/],
      [gzipSync(text.replace('INV-0001', 'INV-0007')), /not whole/],
      [gzipSync(lines.slice(0, -2).join('\n')), /not whole/],
      [gzipSync([...lines.slice(0, 40), ...lines.slice(41)].join('\n')), /not whole/],
      [Buffer.from('{}'), /not whole/],
      [gzipSync('{"a":1}\n'), /not a backup of Finvo/],
      [gzipSync(text.replace('"invoices"', '"x; DROP"')), /does not make/],
    ];
    await inDatabase(createTestDatabase(), async (database) => {
      for (const [bytes, message] of damaged) {
        writeFileSync(file, bytes);
        const { succeeded, said } = await command(database, 'restore', file);
        expect(said).toMatch(message);
        expect(succeeded).toBe(false);
      }
      const missing = await command(database, 'restore', join(folder, 'none'));
      expect(missing.said).toContain('ENOENT');
      const source = await createDataSource(
        loadConfig({ DATABASE_URL: database.url }).database,
      ).initialize();
      expect(await source.createQueryRunner().hasTable('accounts')).toBe(false);
      await source.destroy();
    });
  });

  it('is not restored over accounts that are there', async () => {
    await backUp();
    const { succeeded, said } = await command(running.database, 'restore', file);
    expect([succeeded, said]).toEqual([
      false,
      'The database has accounts already: restore into a new one.',
    ]);
  });

  it('of a newer version is refused, and of an older one is brought up to date', async () => {
    await inDatabase(createTestDatabase(), async (old) => {
      const config = loadConfig({ DATABASE_URL: old.url }).database;
      const source = createDataSource(config);
      source.setOptions({ migrations: migrations.slice(0, -4) });
      await source.initialize();
      await source.runMigrations({ transaction: 'none' });
      await source.query(
        `INSERT INTO attempts (id, count, since, last_at, expires_at) VALUES ('kept', 3, '2026', '2026', '2099')`,
      );
      await source.destroy();
      expect((await command(old, 'backup', file)).succeeded).toBe(true);
    });
    const lines = gunzipSync(readFileSync(file)).toString().split('\n');
    const header = JSON.parse(lines[0]!) as { migrations: string[] };
    expect(header.migrations).toHaveLength(migrations.length - 4);
    await inDatabase(createTestDatabase(), async (database) => {
      expect((await command(database, 'restore', file)).succeeded).toBe(true);
      const restored = await startAppOn(database);
      await createInvoice(restored.url, await createAccount(restored));
      expect(await rowsOf(restored, 'attempts')).toContainEqual(
        expect.objectContaining({ id: 'kept', count: 3 }),
      );
      await restored.close();
    });
  });
});

type Row = Record<string, unknown>;

/** Rows in an order that does not depend on the database, without what the log-in of a restored app changes. */
const comparable = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).sort();

/** The rows of every table in a backup, by the names of their columns. */
function rowsIn(file: string): Record<string, Row[]> {
  const tablesOfFile: Record<string, Row[]> = {};
  let rows: Row[] = [];
  let columns: string[] = [];
  for (const text of gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')) {
    const line = JSON.parse(text) as { table?: string; columns: string[] } | unknown[];
    if (Array.isArray(line)) {
      rows.push(Object.fromEntries(columns.map((name, at) => [name, line[at]])));
    } else if (line.table !== undefined) {
      rows = tablesOfFile[line.table] = [];
      columns = line.columns;
    }
  }
  return tablesOfFile;
}
