import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { type RunningApp, startApp } from './support/app.js';
import { eventually } from './support/eventually.js';
import {
  cookieOf,
  createAccount,
  password,
  sameOrigin,
  type TestAccount,
} from './support/factories.js';
import { parallel } from './support/invoices.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { databaseDump, rowsOf } from './support/tables.js';

const baseUrl = 'https://invoices.example.com';
const minuteMs = 60_000;
const newPassword = 'another horse another staple';

describe('a password reset', () => {
  let server: MailServer;
  let running: RunningApp;
  beforeAll(async () => {
    server = await startMailServer();
    running = await startApp({ SMTP_URL: server.url, BASE_URL: baseUrl });
  });
  afterAll(async () => {
    await running.close();
    await server.close();
  });

  const ask = (email: unknown, headers: Record<string, string> = {}) =>
    request(running.url)
      .post('/dashboard/password-reset')
      .set(sameOrigin)
      .set(headers)
      .send({ email });
  const confirm = (body: unknown, headers: Record<string, string> = sameOrigin) =>
    request(running.url)
      .post('/dashboard/password-reset/confirm')
      .set(headers)
      .set('content-type', 'application/json')
      .send(JSON.stringify(body));
  const logIn = (email: string, given: string) =>
    request(running.url).post('/dashboard/login').set(sameOrigin).send({ email, password: given });
  const session = ({ cookie }: { cookie: string }) =>
    request(running.url).get('/dashboard/session').set('cookie', cookie);
  const tokenIn = (text: string | undefined) =>
    /#token=(finvo_rst_[\w-]{43})\s/.exec(text ?? '')?.[1] ?? '';
  const nothingWaits = () => eventually(async () => (await rowsOf(running, 'outbox')).length === 0);

  /** Asks for a reset and answers the token of the newest mail. */
  async function mailedToken({ email }: TestAccount, nth = 1): Promise<string> {
    await ask(email).expect(202);
    const mails = await server.mailsTo(email, nth);
    return tokenIn(mails.at(-1)?.text);
  }
  function expectSpent(answer: Response): void {
    expectProblem(answer, 422, 'reset_token_invalid');
    expect(faultsOf(answer)).toEqual(['/token reset_token_invalid']);
    expect(answer.headers['set-cookie']).toBeUndefined();
  }

  it('sets a new password with the mailed link, ends every session and signs nobody in', async () => {
    const account = await createAccount(running);
    const second = await logIn(account.email, password).expect(200);
    const token = await mailedToken(account);
    const answer = await confirm({ token, password: newPassword }).expect(204);
    expect(answer.headers['set-cookie']).toBeUndefined();
    for (const cookie of [account.cookie, cookieOf(second.headers['set-cookie'])]) {
      expectProblem(await session({ cookie }), 401, 'not_signed_in');
    }
    expectProblem(await logIn(account.email, password), 401, 'wrong_credentials');
    await logIn(account.email, newPassword).expect(200);
    await request(running.url).get('/v1/api-key').set(account.bearer).expect(200);
  });

  it('has its link from BASE_URL, whatever hosts the request names', async () => {
    const { email } = await createAccount(running);
    await ask(email, {
      host: 'evil.example.net',
      'x-forwarded-host': 'evil.example.net',
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example.net;proto=http',
      'x-original-host': 'evil.example.net',
    }).expect(202);
    const [mail] = await server.mailsTo(email);
    expect(mail!.raw).not.toContain('evil');
    expect(mail!.text).toMatch(/\nhttps:\/\/invoices\.example\.com\/password-reset#token=/);
    expect(mail!.html).toContain('href="https://invoices.example.com/password-reset#token=');
    expect(mail!.from!.address).toBe('finvo@invoices.example.com');
  });

  it('is answered alike for an address that somebody has and one that nobody has', async () => {
    const { email } = await createAccount(running);
    const comparable = ({ status, headers, text }: Response) => ({
      status,
      headers: { ...headers, 'x-request-id': '', date: '' },
      text,
    });
    const known = await ask(email);
    const unknown = await ask(`nobody-${email}`);
    expect(known.status).toBe(202);
    expect(comparable(unknown)).toEqual(comparable(known));
    await server.mailsTo(email);
    await nothingWaits();
    expect(server.mails.flatMap((mail) => mail.envelopeTo)).not.toContain(`nobody-${email}`);
  });

  it('works once, for one of twenty who use its token at once', async () => {
    const account = await createAccount(running);
    const token = await mailedToken(account);
    const passwords = Array.from({ length: 20 }, (_, at) => `password number ${at} of many`);
    const answers = await parallel(20, (at) => confirm({ token, password: passwords[at] }));
    const winners = answers.flatMap(({ status }, at) => (status === 204 ? [at] : []));
    expect(winners).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 204)) expectSpent(answer);
    await logIn(account.email, passwords[winners[0]!]!).expect(200);
    expectSpent(await confirm({ token, password: newPassword }));
  });

  it('works for 30 minutes', async () => {
    const account = await createAccount(running);
    const [early, late] = [await mailedToken(account), await mailedToken(account, 2)];
    running.clock.advanceMs(30 * minuteMs);
    expectSpent(await confirm({ token: late, password: newPassword }));
    running.clock.advanceMs(-1);
    await confirm({ token: early, password: newPassword }).expect(204);
  });

  it('spends every other link of the user', async () => {
    const account = await createAccount(running);
    const [first, second] = [await mailedToken(account), await mailedToken(account, 2)];
    await confirm({ token: second, password: newPassword }).expect(204);
    expectSpent(await confirm({ token: first, password: newPassword }));
  });

  it('is spent by a change of the password', async () => {
    const account = await createAccount(running);
    const token = await mailedToken(account);
    await request(running.url)
      .put('/dashboard/password')
      .set(account.session)
      .send({ current_password: password, new_password: newPassword })
      .expect(200);
    expectSpent(await confirm({ token, password: 'a third password of mine' }));
  });

  it('is mailed three times an hour, and beyond that silently not at all', async () => {
    const { email } = await createAccount(running);
    for (const answer of await parallel(6, () => ask(email))) expect(answer.status).toBe(202);
    await nothingWaits();
    expect(await server.mailsTo(email, 3)).toHaveLength(3);
    running.clock.advanceMs(60 * minuteMs);
    await ask(email).expect(202);
    await nothingWaits();
    expect(await server.mailsTo(email, 4)).toHaveLength(4);
  });

  it('keeps the token when the new password is refused', async () => {
    const account = await createAccount(running);
    const token = await mailedToken(account);
    const answer = await confirm({ token, password: 'short' });
    expect(faultsOf(answer)).toEqual(['/password password_too_short']);
    await confirm({ token, password: newPassword }).expect(204);
  });

  it('finds the user by the address in any letters', async () => {
    const { email } = await createAccount(running);
    await ask(email.toUpperCase()).expect(202);
    expect(await server.mailsTo(email)).toHaveLength(1);
  });

  it('leaves its token nowhere but in the mail', async () => {
    const token = await mailedToken(await createAccount(running));
    expect(token).toMatch(/^finvo_rst_/);
    expect(await databaseDump(running)).not.toContain(token.slice(10));
  });

  it.each<[string, unknown, string[]]>([
    ['the number 0', { token: 0 }, ['/token wrong_type', '/password required']],
    ['a list', [], [' wrong_type']],
    ['null', null, [' wrong_type']],
    ['a word', 'token', [' wrong_type']],
    ['no token', { password: newPassword }, ['/token required']],
    ['null as token', { token: null, password: newPassword }, ['/token wrong_type']],
    ['true as token', { token: true, password: newPassword }, ['/token wrong_type']],
    ['a list of tokens', { token: ['x'], password: newPassword }, ['/token wrong_type']],
    ['an operator', { token: { $ne: '' }, password: newPassword }, ['/token wrong_type']],
    ['an empty token', { token: '', password: newPassword }, ['/token required']],
    ['another field', { token: 'x', password: newPassword, id: 1 }, ['/id unknown_field']],
  ])('is refused with %s', async (_, body, faults) => {
    const answer = await confirm(body);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual(faults);
  });

  it.each([
    ['of the right form', `finvo_rst_${'A'.repeat(43)}`],
    ['of no form', 'x'],
    ['with a wildcard', `finvo_rst_${'%'.repeat(43)}`],
  ])('is refused with a token %s that was never mailed', async (_, token) => {
    expectSpent(await confirm({ token, password: newPassword }));
  });

  it('does not take the hash of a token for the token', async () => {
    await mailedToken(await createAccount(running));
    for (const row of await rowsOf(running, 'password_resets')) {
      for (const token of [row.token_hash, row.id]) {
        expectSpent(await confirm({ token, password: newPassword }));
      }
    }
  });

  it('is taken from the pages of the dashboard only', async () => {
    expectProblem(await confirm({}, {}), 403, 'cross_site_request');
    const answer = await ask('a@example.com', { 'sec-fetch-site': 'cross-site' });
    expectProblem(answer, 403, 'cross_site_request');
  });

  it.each([[undefined], [null], [0], [['a@example.com']], ['a@example.com\r\nBcc: b@example.com']])(
    'is not mailed to %j',
    async (email) => {
      expectProblem(await ask(email), 422, 'validation_failed');
    },
  );
});

describe('an installation without a mail server', () => {
  it('refuses a reset, for every address alike', async () => {
    const running = await startApp();
    try {
      const { email } = await createAccount(running);
      for (const address of [email, 'nobody@example.com']) {
        const answer = await request(running.url)
          .post('/dashboard/password-reset')
          .set(sameOrigin)
          .send({ email: address });
        expectProblem(answer, 409, 'mail_off');
      }
      expect(await rowsOf(running, 'outbox')).toEqual([]);
    } finally {
      await running.close();
    }
  });
});
