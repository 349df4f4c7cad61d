import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { QueryFailedError } from 'typeorm';
import { Database } from '../src/common/database/database.js';
import { type RunningApp, startApp, startAppOn } from './support/app.js';
import {
  cookieOf,
  createAccount,
  invoiceBody,
  sameOrigin,
  type TestAccount,
} from './support/factories.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { capturedOutput } from './support/output.js';
import { rawHead, rawRequest } from './support/raw-http.js';
import { codeOf } from './support/second-factor.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';
import { cookiesOf } from './support/sign-in.js';
import { databaseDump, everyTable, tables } from './support/tables.js';
import { TestClock } from './support/test-clock.js';
import { addWebhook } from './support/webhook-receiver.js';
import { createTestDatabase, onServer, type TestDatabase } from './support/test-database.js';

/** The part of a key or session token that is secret; its prefix may be anywhere. */
const secretOf = (credential: string) =>
  credential.replace(/^.*(finvo_(sk|sess|bro|rst)|whsec)_/, '');

describe('secrets', () => {
  let database: TestDatabase;
  let server: ServerProcess;
  let mail: MailServer;
  const secrets = new Map<string, string>();
  const learn = (name: string, credential: string) => {
    secrets.set(name, secretOf(credential));
    return credential;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
    mail = await startMailServer();
    server = await startServerProcess(database, {
      LOG_LEVEL: 'verbose',
      SMTP_URL: mail.url,
      FINVO_SECRET: learn('the secret of the installation', 'not-to-be-found-in-any-log-or-row'),
    });
    await liveALife();
    // As a power cut leaves it: a server that stops in peace would tidy up before.
    await server.kill();
  }, 120_000);
  afterAll(async () => {
    await mail.close();
    await database.drop();
  });

  it('stand nowhere in the log, at its most talkative', () => {
    const output = server.output();
    expect(output).toContain('"route":"/dashboard/signup"');
    expect(output).toContain('"route":"/v1/invoices/:id"');
    expect(output).toContain('"status":401');
    expect(found(output)).toEqual([]);
    expect(output).not.toMatch(/finvo_(sk|sess|bro|rst)_[0-9A-Za-z]{8}|\$argon2/);
  });

  // A server keeps its bytes to itself; of the embedded database, what was deleted lies in its files too.
  (onServer ? it.skip : it)('stand nowhere in the bytes of the database file and its log', () => {
    const folder = dirname(database.url.replace('sqlite:', ''));
    const files = readdirSync(folder);
    expect(files).toContain('finvo.db-wal');
    for (const file of files) {
      const bytes = readFileSync(join(folder, file)).toString('latin1');
      expect([file, found(bytes)]).toEqual([file, []]);
      expect(bytes).not.toMatch(/finvo_(sk|sess|bro|rst)_[0-9A-Za-z]{8}/);
    }
  });

  it('stand nowhere in the database', async () => {
    const running = await startAppOn(database);
    try {
      const dump = await databaseDump(running);
      expect(dump).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
      expect(dump).toContain('Acme Corp');
      expect(found(dump)).toEqual([]);
      expect(dump).not.toMatch(/finvo_(sk|sess|bro|rst)_[0-9A-Za-z]{8}/);
      expect(await everyTable(running)).toEqual(expect.arrayContaining([...tables]));
    } finally {
      await running.close();
    }
  });

  it('were many and are what they should be', () => {
    expect(secrets.size).toBeGreaterThanOrEqual(12);
    for (const secret of secrets.values()) expect(secret.length).toBeGreaterThan(14);
  });

  const found = (text: string) =>
    [...secrets].filter(([, secret]) => text.includes(secret)).map(([name]) => name);

  /** Everything a person and a program may do with credentials, right and wrong. */
  async function liveALife(): Promise<void> {
    const { url } = server;
    const account = await createAccount({ url });
    learn('the password', account.password);
    learn('the first session', account.cookie);
    const key = learn('the first key', account.key);
    const wrongPassword = learn('a wrong password', 'this is a wrong password');
    const newPassword = learn('a password that was refused', 'pass\u0007word with a bell in it');
    const post = (path: string, body: object | string) =>
      request(url).post(path).set(sameOrigin).set('content-type', 'application/json').send(body);

    await post('/dashboard/login', { email: account.email, password: wrongPassword }).expect(401);
    await post('/dashboard/login', { email: wrongPassword, password: wrongPassword }).expect(422);
    await post('/dashboard/login', { email: account.email, passwort: wrongPassword }).expect(422);
    await post('/dashboard/login', `{"password":"${wrongPassword}"`).expect(400);
    await post('/dashboard/signup', {
      email: 'x@example.com',
      password: newPassword,
      organization_name: 'X',
    }).expect(422);
    const login = await post('/dashboard/login', {
      email: account.email,
      password: account.password,
    }).expect(200);
    const cookie = cookieOf(login.headers['set-cookie']);
    learn('the second session', cookie);
    learn('the token of the known browser', cookiesOf(login).split('; ')[1] ?? '');
    const session = { ...sameOrigin, cookie };

    const rotated = await request(url)
      .post(`/dashboard/keys/${account.keyId}/rotate`)
      .set(session)
      .send({ overlap: '1h' })
      .expect(201);
    const second = learn('the second key', rotated.body.key as string);
    const bearer = { authorization: `Bearer ${second}` };
    await request(url).post('/generate').set(bearer).send(invoiceBody()).expect(201);
    const invoice = await request(url).post('/v1/invoices').set(bearer).send(invoiceBody());
    await request(url)
      .get(`/v1/invoices/${invoice.body.id as string}`)
      .set(bearer)
      .set({ 'user-agent': 'curl', cookie })
      .expect(200);
    await request(url).post('/v1/invoices').set(bearer).send({ api_key: key }).expect(422);

    await request(url).post('/v1/invoices').send({ access_token: second }).expect(401);
    await request(url)
      .post('/v1/api-key/revoke')
      .type('form')
      .send({ access_token: second })
      .expect(415);

    const changed = learn('a mistyped key', `${key.slice(0, 20)}XYZ${key.slice(23)}`);
    const leaked = [key, second, changed];
    for (const credential of leaked) {
      await request(url).get('/v1/account').set('x-api-key', credential).expect(401);
      await request(url).get(`/v1/account?api_key=${credential}`).expect(400);
      await request(url).get(`/${credential}`).expect(400);
      await request(url).get('/v1/account').set('authorization', credential).expect(401);
      await request(url).get('/v1/account').set('cookie', `k=${credential}`).expect(401);
      await rawRequest(url, `GET /${credential} HTTP/1.1\nAuthorization: Bearer ${credential}\n\n`);
      await rawRequest(url, rawHead('GET /%zz HTTP/1.1', `Authorization: Bearer ${credential}`));
      await rawRequest(
        url,
        rawHead('GET / HTTP/1.1', `X: ${credential.repeat(500)}`, `Authorization: ${credential}`),
      );
    }
    await request(url)
      .get(`/nothing?session=${secretOf(cookie)}`)
      .expect(404);
    await request(url).get('/v1/account').set('authorization', `Bearer ${changed}`).expect(401);
    await request(url).get('/v1/account').set('authorization', `Bearer ${cookie}`).expect(401);
    await request(url).post('/v1/api-key/revoke').set(bearer).expect(204);
    await request(url).get('/v1/account').set(bearer).expect(401);
    await request(url).post('/dashboard/keys/revoke-all').set(session).expect(200);
    const last = await request(url).post('/dashboard/keys').set(session).send({ name: 'Last' });
    learn('the last key', last.body.key as string);
    await request(url).post('/dashboard/keys').set(session).send({ name: '' }).expect(422);
    const hook = await addWebhook(url, { session }, { url: 'https://receiver.invalid/hook' });
    learn('the secret of a webhook', hook.secret);
    const renewed = await request(url)
      .post(`/dashboard/webhooks/${hook.id}/rotate-secret`)
      .set(session)
      .expect(201);
    learn('the next secret of a webhook', renewed.body.secret as string);
    const own = (path: string, body: object = {}) =>
      request(url).post(`/dashboard/two-factor${path}`).set(session).send(body);
    const app = learn('the secret of the app', (await own('').expect(201)).body.secret as string);
    const code = codeOf({ clock: new TestClock(new Date()) }, app);
    const on = await own('/confirm', { code }).expect(200);
    for (const [at, recovery] of (on.body.recovery_codes as string[]).entries()) {
      learn(`recovery code ${at}`, recovery);
      learn(`recovery code ${at} without hyphens`, recovery.replaceAll('-', ''));
    }
    const credentials = { email: account.email, password: account.password };
    const [recovery, wrong] = [on.body.recovery_codes[0] as string, 'WRNG'.repeat(6)];
    learn('a wrong recovery code', wrong);
    await post('/dashboard/login', { ...credentials, code: wrong }).expect(401);
    await post('/dashboard/login', { ...credentials, code: recovery }).expect(200);
    await request(url).post('/dashboard/logout').set(session).expect(204);
    await resetThePassword(account);
    await request(url).get('/dashboard/session').set(session).expect(401);
  }

  /** With the token that is mailed, twice: once it is right, once it is spent. */
  async function resetThePassword({ email }: TestAccount): Promise<void> {
    const post = (path: string, body: object) =>
      request(server.url).post(`/dashboard/password-reset${path}`).set(sameOrigin).send(body);
    await post('', { email }).expect(202);
    // The first one tells of the recovery code.
    const texts = (await mail.mailsTo(email, 2)).map((arrived) => arrived.text ?? '');
    const token = /#token=(\S+)/.exec(texts.join('\n'))?.[1] ?? '';
    learn('the token of a reset', token);
    const password = learn('the new password', 'some other words entirely');
    await post('/confirm', { token, password: 'short' }).expect(422);
    await post('/confirm', { token, password }).expect(204);
    await post('/confirm', { token, password }).expect(422);
  }
});

describe('an error of the database', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp({ LOG_LEVEL: 'error' });
  });
  afterAll(() => running.close());

  it('is logged with its request id, but without the values of its statement', async () => {
    const { read } = running.app.get(Database);
    const select = read.select.bind(read);
    const cause = Object.assign(new Error('disk is on fire'), { sql: "INSERT 'secret-1'" });
    read.select = () => Promise.reject(new QueryFailedError('SELECT ?', ['secret-2'], cause));
    try {
      const cookie = `__Host-finvo_session=finvo_sess_${'A'.repeat(43)}`;
      const { result, output } = await capturedOutput(async () => {
        const answer = await request(running.url).get('/dashboard/session').set('cookie', cookie);
        return answer;
      });
      expect(result.status).toBe(500);
      expect(result.text).not.toMatch(/secret|disk|SELECT/);
      expect(output).toContain(result.body.request_id);
      expect(output).toContain('disk is on fire');
      expect(output).toContain('sessions.repository.ts');
      expect(output).not.toMatch(/secret-/);
    } finally {
      read.select = select;
    }
  });
});
