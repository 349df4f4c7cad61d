import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ConfigError, loadConfig } from '../../src/config/config.js';
import { leaseMs, MailWorker } from '../../src/mail/mail-worker.js';
import { type RunningApp, startAppOn } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import {
  createAccount,
  createInvoice,
  sameOrigin,
  type TestAccount,
} from '../support/factories.js';
import { parallel } from '../support/invoices.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { capturedOutput } from '../support/output.js';
import { startServerProcess } from '../support/server-process.js';
import { rowsOf } from '../support/tables.js';
import { TestClock } from '../support/test-clock.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const minuteMs = 60_000;

describe('the outbox', () => {
  let database: TestDatabase;
  const opened: { close(): Promise<void> }[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
    await database.drop();
  });

  async function mailServer(options = {}): Promise<MailServer> {
    const server = await startMailServer(options);
    opened.push(server);
    return server;
  }
  async function appWith(smtpUrl: string, clock = new TestClock()): Promise<RunningApp> {
    const running = await startAppOn(database, { SMTP_URL: smtpUrl }, clock);
    opened.push(running);
    return running;
  }
  const wake = ({ app }: RunningApp) => {
    app.get(MailWorker).wake();
  };
  const send = async (url: string, account: TestAccount, to: string) => {
    const { id } = await createInvoice(url, account);
    const path = `/v1/invoices/${id}/emails`;
    await request(url)
      .post(path)
      .set(account.bearer)
      .send({ to: [to] })
      .expect(202);
  };
  const states = async (running: RunningApp) =>
    (await rowsOf(running, 'outbox')).map(({ status, attempts, failure }) => ({
      status,
      attempts: Number(attempts),
      failure,
    }));
  const settles = (running: RunningApp) =>
    eventually(async () => (await states(running)).every(({ status }) => status !== 'queued'));

  it('keeps a mail while the mail server is away, and sends it once when it is back', async () => {
    const gone = await startMailServer();
    await gone.close();
    const running = await appWith(gone.url);
    await send(running.url, await createAccount(running), 'a@example.com');
    const failure = 'The mail server cannot be reached (ESOCKET).';
    for (const [attempt, pauseMinutes] of [0.5, 1, 2, 5].entries()) {
      await eventually(async () => {
        const row = (await rowsOf(running, 'outbox'))[0]!;
        return Number(row.attempts) === attempt + 1 && row.leased_until === null;
      });
      expect(await states(running)).toEqual([{ status: 'queued', attempts: attempt + 1, failure }]);
      const { due_at: dueAt } = (await rowsOf(running, 'outbox'))[0]!;
      const pauseMs = Date.parse(dueAt as string) - running.clock.now().getTime();
      expect(pauseMs).toBe(pauseMinutes * minuteMs);
      if (attempt === 3) break;
      running.clock.advanceMs(pauseMs);
      wake(running);
    }
    const back = await mailServer({ port: gone.port });
    running.clock.advanceMs(5 * minuteMs);
    wake(running);
    await back.mailsTo('a@example.com');
    await settles(running);
    expect(await states(running)).toEqual([{ status: 'sent', attempts: 5, failure: null }]);
    wake(running);
    expect(back.begun).toBe(1);
  });

  it('gives a mail up after a day of failures and keeps the reason', async () => {
    const gone = await startMailServer();
    await gone.close();
    const running = await appWith(gone.url);
    await send(running.url, await createAccount(running), 'a@example.com');
    await eventually(async () => {
      running.clock.advanceMs(8 * 60 * minuteMs);
      wake(running);
      return (await states(running))[0]!.status === 'failed';
    });
    expect(await states(running)).toEqual([
      { status: 'failed', attempts: 12, failure: 'The mail server cannot be reached (ESOCKET).' },
    ]);
  });

  it('sends each mail once, however many processes look at it', async () => {
    const server = await mailServer();
    const clock = new TestClock();
    const apps = [
      await appWith(server.url, clock),
      await appWith(server.url, clock),
      await appWith(server.url, clock),
    ];
    const account = await createAccount(apps[0]!);
    await parallel(30, async (at) => {
      await send(apps[at % 3]!.url, account, `r${at}@example.com`);
      apps.forEach(wake);
    });
    await settles(apps[0]!);
    expect(server.mails.map((mail) => mail.envelopeTo[0]).sort()).toEqual(
      Array.from({ length: 30 }, (_, at) => `r${at}@example.com`).sort(),
    );
    const expected = { status: 'sent', attempts: 1, failure: null };
    expect(await states(apps[0]!)).toEqual(Array(30).fill(expected));
  });

  it('sends again what a process was sending when it died, once its lease has ended', async () => {
    const stuck = await mailServer({ isStuck: true });
    const dying = await startServerProcess(database, { SMTP_URL: stuck.url });
    const account = await createAccount({ url: dying.url });
    await send(dying.url, account, 'a@example.com');
    await eventually(() => Promise.resolve(stuck.begun === 1));
    await dying.kill();

    const server = await mailServer();
    const clock = new TestClock(new Date());
    const running = await appWith(server.url, clock);
    wake(running);
    await send(running.url, account, 'b@example.com');
    await server.mailsTo('b@example.com');
    expect(server.begun).toBe(1);
    clock.advanceMs(leaseMs);
    wake(running);
    const [mail] = await server.mailsTo('a@example.com');
    await settles(running);
    const row = (await rowsOf(running, 'outbox')).find(({ id }) =>
      mail!.messageId!.includes(id as string),
    );
    expect(row).toMatchObject({ status: 'sent', recipients: '["a@example.com"]' });
    expect(Number(row!.attempts)).toBe(2);
    expect(server.begun).toBe(2);
  });

  it('is sent by itself, without a request, when an application starts', async () => {
    const off = await startServerProcess(database, { SMTP_URL: 'smtp://127.0.0.1:9' });
    await send(off.url, await createAccount({ url: off.url }), 'a@example.com');
    await off.stop();
    const server = await mailServer();
    await appWith(server.url, new TestClock(new Date(Date.now() + 10 * minuteMs)));
    expect(await server.mailsTo('a@example.com')).toHaveLength(1);
  });

  it('brings neither tokens nor the credentials of the mail server into the log', async () => {
    const gone = await startMailServer();
    await gone.close();
    const secret = 'password-of-the-mail-server';
    const { output } = await capturedOutput(async () => {
      const running = await startAppOn(database, {
        SMTP_URL: `smtp://user:${secret}@127.0.0.1:${gone.port}`,
        LOG_LEVEL: 'verbose',
      });
      opened.push(running);
      const account = await createAccount(running);
      await send(running.url, account, 'a@example.com');
      await request(running.url)
        .post('/dashboard/password-reset')
        .set(sameOrigin)
        .send({ email: account.email })
        .expect(202);
      await eventually(async () => {
        const rows = await rowsOf(running, 'outbox');
        return rows.length === 2 && rows.every(({ failure }) => failure !== null);
      });
    });
    expect(output.match(/"mail_id":"mail_/g)).toHaveLength(2);
    expect(output).not.toContain(secret);
    expect(output).not.toMatch(/finvo_rst_|a@example\.com/);
  });

  it('lets a mail that is under way arrive before the application ends', async () => {
    const server = await mailServer();
    const running = await startAppOn(database, { SMTP_URL: server.url });
    await send(running.url, await createAccount(running), 'a@example.com');
    await eventually(async () => (await states(running))[0]!.attempts === 1);
    await running.close();
    expect(server.mails).toHaveLength(1);
  });
});

describe('the configuration of mail', () => {
  it('takes a server with and without credentials, and makes an address from BASE_URL', () => {
    for (const url of ['smtp://mail.example.com', 'smtps://a%40b:c@mail.example.com:465/']) {
      const { mail } = loadConfig({ SMTP_URL: url, BASE_URL: 'https://finvo.example.com' });
      expect(mail).toEqual({
        smtpUrl: url,
        from: 'finvo@finvo.example.com',
        timeoutMs: 30_000,
      });
    }
    expect(loadConfig({}).mail.smtpUrl).toBeUndefined();
  });

  it.each([
    'mail.example.com',
    'http://mail.example.com',
    'smtp://',
    'smtp:secret',
    'smtp://secret@/x',
  ])('refuses SMTP_URL=%s without showing it', (url) => {
    expect(() => loadConfig({ SMTP_URL: url })).toThrow(ConfigError);
    expect(() => loadConfig({ SMTP_URL: url })).toThrow(/SMTP_URL must look like/);
    expect(() => loadConfig({ SMTP_URL: url })).not.toThrow(/secret/);
  });

  it.each([
    'nobody',
    'Finvo <a@example.com>',
    'a@example.com\r\nBcc: b@example.com',
    'a,b@c.example',
  ])('refuses MAIL_FROM=%j', (from) => {
    expect(() => loadConfig({ MAIL_FROM: from })).toThrow(/MAIL_FROM must be an e-mail address/);
  });
});
