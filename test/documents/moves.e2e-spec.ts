import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { adminCommand } from '../../src/admin-command.js';
import { Database } from '../../src/common/database/database.js';
import { dayMs } from '../../src/common/time/durations.js';
import { DocumentObjects } from '../../src/documents/document-objects.js';
import { type RunningApp, startApp, startAppOn } from '../support/app.js';
import { createAccount, type TestAccount } from '../support/factories.js';
import { getPdf, postForPdf } from '../support/invoices.js';
import { describeS3, type S3Server, startS3Server } from '../support/s3-server.js';
import { type TcpGate, tcpGate } from '../support/tcp-gate.js';

describeS3('moving PDFs between database and store', () => {
  let s3: S3Server;
  let gate: TcpGate;
  let environment: Record<string, string>;
  let inDatabase: RunningApp;
  let inStore: RunningApp;
  let account: TestAccount;
  /** What was answered when it was made, by the id of its invoice. */
  const made = new Map<string, Buffer>();
  beforeAll(async () => {
    s3 = await startS3Server();
    gate = await tcpGate({ host: '127.0.0.1', port: s3.port });
    environment = {
      ...s3.environment({ port: gate.port }),
      // The load is for the move, and the store shares this machine with it.
      DOCUMENTS_TIMEOUT_SECONDS: '60',
    };
    inDatabase = await startApp();
    inStore = await startAppOn(inDatabase.database, environment);
    account = await createAccount(inDatabase);
    for (let count = 0; count < 12; count += 1) await make(inDatabase);
  });
  afterAll(async () => {
    await inStore.close();
    await inDatabase.close();
    await gate.shut();
    await s3.close();
  });

  async function make({ url }: RunningApp): Promise<void> {
    const { status, headers, body } = await postForPdf(url, account);
    expect([status, status === 201 ? '' : body.toString()]).toEqual([201, '']);
    made.set(headers['finvo-invoice-id'] as string, body);
  }
  const command = async (...words: string[]) => {
    const environmentOfServer = { DATABASE_URL: inDatabase.database.url, ...environment };
    const { succeeded, said } = await adminCommand(words, environmentOfServer);
    return { succeeded, said: String(said) };
  };
  /** Reads every PDF through a process that knows the store. */
  const expectAll = async () => {
    for (const [id, bytes] of made) {
      const { status, body } = await getPdf(inStore.url, account, id);
      expect([id, status, body.equals(bytes)]).toEqual([id, 200, true]);
    }
  };
  const places = async () => {
    const rows = await inDatabase.app
      .get(Database)
      .read.select<{ length: number; object_key: string | null }>(
        'SELECT LENGTH(bytes) AS length, object_key FROM documents ORDER BY object_key',
      );
    return {
      database: rows.filter((row) => row.object_key === null && row.length > 0).length,
      store: rows.filter((row) => row.object_key !== null && row.length === 0),
    };
  };
  const keysOfRows = async () => (await places()).store.map(({ object_key: key }) => key);

  it('leaves those that are in either place readable, and new ones go where DOCUMENTS_URL says', async () => {
    await make(inStore);
    await expectAll();
    const { database, store } = await places();
    expect([database, store.length]).toEqual([12, 1]);
  });

  it('stops where the store fails, says so, and goes on when it is run again, two at once, under load', async () => {
    await gate.shut();
    const stopped = await command('documents:move');
    expect(stopped.succeeded).toBe(false);
    expect(stopped.said).toMatch(/^0 PDFs \(0\.0 MB\) were moved to .*Run it again to go on\.$/);
    await gate.open();
    let isMoving = true;
    const load = async () => {
      while (isMoving) {
        await expectAll();
        await make(inStore);
      }
    };
    const [loaded, ...moves] = await Promise.all([
      load(),
      ...[1, 2].map(async () => {
        try {
          return await command('documents:move');
        } finally {
          isMoving = false;
        }
      }),
    ]);
    expect(loaded).toBeUndefined();
    expect(moves.map(({ succeeded }) => succeeded)).toEqual([true, true]);
    const counts = moves.map(({ said }) => Number(/^(\d+) PDFs/.exec(said)?.[1]));
    expect(counts[0]! + counts[1]!).toBe(12);
    expect((await places()).database).toBe(0);
    expect(await keysOfRows()).toEqual(await s3.keys());
    await expectAll();
  });

  it('leaves a PDF where it is that is not what was stored, and names it', async () => {
    await make(inDatabase);
    const [id, bytes] = [...made].at(-1)!;
    const write = (content: Buffer) =>
      inDatabase.app
        .get(Database)
        .transaction((session) =>
          session.execute('UPDATE documents SET bytes = ? WHERE invoice_id = ?', [content, id]),
        );
    await write(Buffer.from('%PDF-1.7'));
    const { succeeded, said } = await command('documents:move');
    expect(succeeded).toBe(false);
    expect(said).toContain(`${account.id} ${id}: its bytes are not what was stored`);
    expect((await places()).database).toBe(1);
    await write(bytes);
    expect((await command('documents:move')).said).toMatch(/^1 PDFs /);
  });

  it('finds what is in the store and belongs to no PDF, after a day, and deletes it only when told to', async () => {
    const orphan = `${account.id}/inv_gone/${'0'.repeat(64)}-abcdefghijkl.pdf`;
    const foreign = 'somebody/else.pdf';
    for (const key of [orphan, foreign]) await s3.put(key, Buffer.from('%PDF-1.7'));
    expect((await command('documents:orphans', 'delete')).said).toMatch(/^0 objects/);
    expect(await s3.keys()).toContain(orphan);
    const objects = inStore.app.get(DocumentObjects);
    const began = inStore.clock.nowText();
    inStore.clock.set(new Date(Date.now() + 2 * dayMs).toISOString());
    const found: string[] = [];
    for await (const keys of objects.orphans()) found.push(...keys);
    inStore.clock.set(began);
    expect(found).toEqual([orphan]);
    await objects.delete(found);
    await s3.delete(foreign);
    expect(await s3.keys()).toEqual(await keysOfRows());
    await expectAll();
  });

  it('brings all of them back into the database, and leaves nothing in the store', async () => {
    const { said, succeeded } = await command('documents:move', 'database');
    expect([succeeded, said]).toEqual([
      true,
      expect.stringMatching(new RegExp(`^${made.size} PDFs .* were moved to the database`)),
    ]);
    expect((await places()).store).toEqual([]);
    expect(await s3.keys()).toEqual([]);
    await expectAll();
    expect((await command('verify')).succeeded).toBe(true);
  });

  it('says what is missing where no store is configured, and knows no other words', async () => {
    const alone = { DATABASE_URL: inDatabase.database.url };
    expect((await adminCommand(['documents:move'], alone)).said).toMatch(/names no store/);
    expect((await command('documents:move', 'elsewhere')).succeeded).toBe(false);
    expect((await command('documents:move', 'database', 'now')).said).toMatch(/^Usage/);
  });
});
