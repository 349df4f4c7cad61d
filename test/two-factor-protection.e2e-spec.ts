import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountsService } from '../src/accounts/accounts.service.js';
import { WrongCredentials } from '../src/accounts/accounts.errors.js';
import { SessionsService } from '../src/accounts/sessions.service.js';
import { ConfigError, loadConfig } from '../src/config/config.js';
import { type RunningApp, startApp, startAppOn } from './support/app.js';
import request from 'supertest';
import { TestAuthenticator } from './support/authenticator.js';
import { createAccount, password, sameOrigin, type TestAccount } from './support/factories.js';
import { parallel } from './support/invoices.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { expectProblem } from './support/problem.js';
import { addPasskey, logInWith, turnOn } from './support/second-factor.js';
import { cookiesOf, logIn } from './support/sign-in.js';
import { rowsOf } from './support/tables.js';
import { createTestDatabase, onServer } from './support/test-database.js';

const minuteMs = 60_000;

describe('wrong codes after a right password', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp({ RATE_LIMIT_PER_MINUTE: '600', TRUST_PROXY: '1' });
  });
  afterAll(() => running.close());

  let networks = 0;
  const newIp = () => `198.51.100.${(networks += 1)}`;
  const tryWrong = (account: TestAccount, cookie?: string) =>
    logInWith(running, account, '000000', { ip: newIp(), ...(cookie !== undefined && { cookie }) });

  it('are five in 15 minutes, from wherever they come, also twenty at once', async () => {
    const account = await createAccount(running);
    const app = await turnOn(running, account);
    const answers = await parallel(20, () => tryWrong(account));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(5).fill(401),
      ...Array<number>(15).fill(429),
    ]);
    const refused = await logInWith(running, account, app.code(), { ip: newIp() });
    expectProblem(refused, 429, 'too_many_attempts');
    const withRecoveryCode = await logInWith(running, account, app.recoveryCodes[0]);
    expectProblem(withRecoveryCode, 429, 'too_many_attempts');
    running.clock.advanceMs(15 * minuteMs);
    await logInWith(running, account, app.code(), { ip: newIp() }).expect(200);
  });

  it('do not keep the user out of a browser that is known, which is counted alone', async () => {
    const account = await createAccount(running);
    const app = await turnOn(running, account);
    const known = await logInWith(running, account, app.code(), { ip: newIp() }).expect(200);
    const cookie = cookiesOf(known);
    for (let at = 0; at < 5; at += 1) await tryWrong(account).expect(401);
    await tryWrong(account).expect(429);
    running.clock.advanceMs(30_000);
    for (let at = 0; at < 4; at += 1) await tryWrong(account, cookie).expect(401);
    await logInWith(running, account, app.code(), { ip: newIp(), cookie }).expect(200);
  });

  it('are reached by nobody who has not the password', async () => {
    const account = await createAccount(running);
    const app = await turnOn(running, account);
    const stranger = { ...account, password: 'not the right password' };
    for (let at = 0; at < 8; at += 1)
      await logInWith(running, stranger, '000000', { ip: newIp() }).expect(401);
    await logInWith(running, account, app.code(), { ip: newIp() }).expect(200);
  });
});

describe('a log-in whose password was checked before two-factor log-in was turned on', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());
  const browser = {
    ip: '127.0.0.1',
    userAgent: null,
    sessionToken: undefined,
    browserToken: undefined,
  };

  it('starts no session', async () => {
    const account = await createAccount(running);
    const { app } = running;
    const login = { email: account.email, password };
    const { user, proof } = await app.get(AccountsService).logIn(login, browser);
    await turnOn(running, account);
    await expect(app.get(SessionsService).start(user, browser, { proof })).rejects.toThrow(
      WrongCredentials,
    );
    const rows = await rowsOf(running, 'sessions');
    expect(rows.filter(({ user_id: userId }) => userId === user.id)).toHaveLength(1);
  });

  it('leaves no session of the password alone, whichever of the two comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const account = await createAccount(running);
      const begun = parallel(4, () =>
        logIn(running, { email: account.email, password: account.password }),
      );
      await turnOn(running, account);
      await begun;
      const { body } = await request(running.url)
        .get('/dashboard/sessions')
        .set(account.session)
        .expect(200);
      expect(body.data).toHaveLength(1);
    }
  });

  it('gets no new session by giving the password again in one that has ended meanwhile', async () => {
    const account = await createAccount(running);
    const other = await logIn(running, { email: account.email, password }).expect(200);
    const session = { ...sameOrigin, cookie: cookiesOf(other).split('; ')[0] };
    const again = parallel(4, () =>
      request(running.url).post('/dashboard/reauthenticate').set(session).send({ password }),
    );
    await turnOn(running, account);
    await again;
    const { body } = await request(running.url)
      .get('/dashboard/sessions')
      .set(account.session)
      .expect(200);
    expect(body.data).toHaveLength(1);
  });
});

describe('the secret of the installation', () => {
  it.each(['short', 's'.repeat(31)])('is refused with too few characters: %s', (secret) => {
    expect(() => loadConfig({ FINVO_SECRET: secret })).toThrow(ConfigError);
    expect(() => loadConfig({ FINVO_SECRET: secret })).not.toThrow(secret);
  });

  it('lies beside the embedded database, unless FINVO_SECRET holds it', () => {
    const { secret } = loadConfig({ DATABASE_URL: 'sqlite:/somewhere/finvo.db' });
    expect(secret).toEqual({ text: undefined, file: join('/somewhere', 'finvo.secret') });
    const server = loadConfig({ DATABASE_URL: 'mysql://u:p@localhost/finvo' });
    expect(server.secret.file).toBe(join('data', 'finvo.secret'));
    expect(loadConfig({ FINVO_SECRET: 's'.repeat(32) }).secret.text).toBe('s'.repeat(32));
  });

  it('that was lost makes codes unreadable: the log-in says so, and recovery codes still work', async () => {
    const database = await createTestDatabase();
    const first = await startAppOn(database);
    const account = await createAccount(first);
    const app = await turnOn(first, account);
    const { clock } = first;
    await first.close();
    const second = await startAppOn(
      database,
      { FINVO_SECRET: 'another secret of the same server' },
      clock,
    );
    try {
      expectProblem(
        await logIn(second, { email: account.email, password }),
        401,
        'second_factor_required',
      );
      expectProblem(await logInWith(second, account, app.code()), 409, 'two_factor_unreadable');
      await logInWith(second, account, app.recoveryCodes[0]).expect(200);
    } finally {
      await second.close();
      await database.drop();
    }
  });

  // With a server the file would lie in the folder of these tests.
  (onServer ? it.skip : it)(
    'is a file where FINVO_SECRET is unset, which two servers share',
    async () => {
      const database = await createTestDatabase();
      const environment = { FINVO_SECRET: '' };
      const first = await startAppOn(database, environment);
      const second = await startAppOn(database, environment, first.clock);
      try {
        const account = await createAccount(first);
        const app = await turnOn(first, account);
        await logInWith(second, account, app.code()).expect(200);
      } finally {
        await second.close();
        await first.close();
        await database.drop();
      }
    },
  );

  (onServer ? it.skip : it)('that cannot be used is told at the start', async () => {
    const database = await createTestDatabase();
    const folder = dirname(database.url.slice('sqlite:'.length));
    mkdirSync(join(folder, 'finvo.secret'));
    await expect(startAppOn(database, { FINVO_SECRET: '' })).rejects.toThrow('finvo.secret');
    await (await startAppOn(database)).close();
    await database.drop();
  });
});

describe('with a mail server', () => {
  let mail: MailServer;
  let running: RunningApp;
  beforeAll(async () => {
    mail = await startMailServer();
    running = await startApp({ SMTP_URL: mail.url, BASE_URL: 'https://invoices.example.com' });
  });
  afterAll(async () => {
    await running.close();
    await mail.close();
  });

  it('the user is told of a used recovery code, a new passkey and the end of two-factor log-in', async () => {
    const account = await createAccount(running);
    const { recoveryCodes } = await turnOn(running, account);
    await logInWith(running, account, recoveryCodes[0]).expect(200);
    await addPasskey(running, account, new TestAuthenticator('https://invoices.example.com'));
    await request(running.url).delete('/dashboard/two-factor').set(account.session).expect(204);
    const mails = await mail.mailsTo(account.email, 3);
    expect(mails.map(({ subject }) => subject).sort()).toEqual([
      'A passkey was added',
      'A recovery code was used to log in',
      'Two-factor log-in was turned off',
    ]);
    for (const { text = '', raw } of mails) {
      expect(text).toContain('https://invoices.example.com/settings/security');
      expect(text).toContain('2026-01-19 at 10:00 UTC');
      expect(raw).not.toContain(recoveryCodes[0]);
    }
  });

  it('a mailed password reset starts no session, and its new password needs the code as well', async () => {
    const account = await createAccount(running);
    const app = await turnOn(running, account);
    const post = (path: string, body: object) =>
      request(running.url).post(`/dashboard/password-reset${path}`).set(sameOrigin).send(body);
    await post('', { email: account.email }).expect(202);
    const [{ text = '' } = { text: '' }] = await mail.mailsTo(account.email, 1);
    const token = /#token=(\S+)/.exec(text)?.[1];
    const next = 'four other words entirely';
    const answer = await post('/confirm', { token, password: next }).expect(204);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const changed = { email: account.email, password: next };
    expectProblem(await logIn(running, changed), 401, 'second_factor_required');
    await logInWith(running, changed, app.code()).expect(200);
  });
});
