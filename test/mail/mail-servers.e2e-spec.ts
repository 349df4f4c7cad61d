import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Database } from '../../src/common/database/database.js';
import { MailWorker } from '../../src/mail/mail-worker.js';
import { type RunningApp, startAppOn } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { createAccount, createInvoice } from '../support/factories.js';
import {
  type MailServer,
  type MailServerOptions,
  startMailServer,
} from '../support/mail-server.js';
import { rowsOf } from '../support/tables.js';
import { TestClock } from '../support/test-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const minuteMs = 60_000;

describe('a mail server that misbehaves', () => {
  let database: TestDatabase;
  let clock: TestClock;
  let running: RunningApp;
  const opened: { close(): Promise<void> }[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    clock = new TestClock();
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
    await database.drop();
  });

  async function mailServer(options: MailServerOptions): Promise<MailServer> {
    const server = await startMailServer(options);
    opened.push(server);
    return server;
  }
  /** An application with a mail on its way. */
  async function sendThrough(
    { url }: MailServer,
    body: object,
    environment: Record<string, string> = {},
  ): Promise<void> {
    running = await startAppOn(database, { SMTP_URL: url, ...environment }, clock);
    opened.push(running);
    const account = await createAccount(running);
    const { id } = await createInvoice(running.url, account);
    await request(running.url)
      .post(`/v1/invoices/${id}/emails`)
      .set(account.bearer)
      .send(body)
      .expect(202);
  }
  const row = async () => (await rowsOf(running, 'outbox'))[0]!;
  const attempted = async (attempts: number) => {
    await eventually(async () => {
      const { attempts: made, leased_until: lease } = await row();
      return Number(made) === attempts && lease === null;
    });
    const { status, failure } = await row();
    return { status, failure };
  };
  const tryAgain = async (attempts: number) => {
    clock.advanceMs(8 * 60 * minuteMs);
    running.app.get(MailWorker).wake();
    return attempted(attempts);
  };

  it.each<[string, MailServerOptions]>([
    ['never greets', { isSilent: true }],
    ['never answers to the end of a mail', { isStuck: true }],
  ])('and %s loses nothing: the mail waits for its next attempt', async (_, options) => {
    const silent = await mailServer(options);
    await sendThrough(silent, { to: ['a@example.com'] }, { SMTP_TIMEOUT_SECONDS: '1' });
    const waits = { status: 'queued', failure: 'The mail server did not answer in time.' };
    expect(await attempted(1)).toEqual(waits);
    expect(silent.mails).toEqual([]);
  });

  it('and cuts the connection after a mail gets it again, under the same Message-ID', async () => {
    const server = await mailServer({ cutMails: 1 });
    await sendThrough(server, { to: ['a@example.com'] });
    expect(await attempted(1)).toEqual({
      status: 'queued',
      failure: 'The mail server closed the connection before it had taken the mail.',
    });
    expect(await tryAgain(2)).toEqual({ status: 'sent', failure: null });
    const { id } = await row();
    expect(server.mails.map(({ messageId }) => messageId)).toEqual([`<${String(id)}@127.0.0.1>`]);
    expect(server.begun).toBe(2);
  });

  it('and puts off some of the recipients gives the mail to these alone at the next attempt', async () => {
    const refused: Record<string, number> = { 'slow@example.com': 450, 'gone@example.com': 550 };
    const server = await mailServer({ refused });
    const to = ['a@example.com', 'slow@example.com', 'gone@example.com'];
    await sendThrough(server, { to, bcc: ['b@example.com'] });
    const { status, failure } = await attempted(1);
    expect(status).toBe('queued');
    expect(failure).toMatch(/^The mail server put off slow@example\.com: 450 no such mailbox/);
    delete refused['slow@example.com'];
    expect(await tryAgain(2)).toEqual({
      status: 'sent',
      failure: 'Refused by the mail server: gone@example.com',
    });
    expect(server.mails.map(({ envelopeTo }) => envelopeTo)).toEqual([
      ['a@example.com', 'b@example.com'],
      ['slow@example.com'],
    ]);
    const [first, second] = server.mails;
    expect(second!.messageId).toBe(first!.messageId);
    expect(second!.to).toEqual(first!.to);
  });

  it('and puts off a recipient for a day has refused it, and the others have the mail', async () => {
    const server = await mailServer({ refused: { 'slow@example.com': 450 } });
    await sendThrough(server, { to: ['a@example.com', 'slow@example.com'] });
    await attempted(1);
    // As if ten more attempts had ended like this one.
    await running.app
      .get(Database)
      .transaction((session) => session.execute('UPDATE outbox SET attempts = 11'));
    expect(await tryAgain(12)).toEqual({
      status: 'sent',
      failure: 'Refused by the mail server: slow@example.com',
    });
    expect(server.mails).toHaveLength(1);
  });

  it('and takes only the copies has not sent the mail', async () => {
    const server = await mailServer({ refused: { 'gone@example.com': 550 } });
    await sendThrough(server, { to: ['gone@example.com'], cc: ['copy@example.com'] });
    const { status, failure } = await attempted(1);
    expect(status).toBe('failed');
    expect(failure).toMatch(
      /^The mail server refused the mail: 550 no such mailbox\.? Only copies went out, to copy@example\.com\.$/,
    );
  });
});
