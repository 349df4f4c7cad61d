import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { hourMs } from '../src/common/time/durations.js';
import { type RunningApp, startApp, startAppOn } from './support/app.js';
import { cookieOf, createAccount, password, sameOrigin } from './support/factories.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { rowsOf, suspendAccount } from './support/tables.js';

describe('accounts', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    request(running.url).post(path).set(sameOrigin).set(headers).send(body);
  const signUp = (changes: object = {}) =>
    post('/dashboard/signup', {
      email: `${randomUUID()}@example.com`,
      password,
      organization_name: 'Example Ltd',
      ...changes,
    });
  const logIn = (email: string, given = password, headers = {}) =>
    post('/dashboard/login', { email, password: given }, headers);
  const session = (cookie: string) =>
    request(running.url).get('/dashboard/session').set('cookie', cookie);

  function expectSessionCookie(answer: Response) {
    expect(answer.headers['cache-control']).toBe('no-store');
    const [setCookie, ...others] = answer.headers['set-cookie'] as unknown as string[];
    // The second one opens nothing: by it the browser is known again (docs/decisions/0013).
    expect(others).toEqual([
      expect.stringMatching(/^__Host-finvo_browser=finvo_bro_[\w-]{43}; .*HttpOnly; Secure/),
    ]);
    const [value, ...flags] = setCookie!.split('; ');
    expect(value).toMatch(/^__Host-finvo_session=finvo_sess_[\w-]{43}$/);
    expect(flags.sort()).toEqual([
      'HttpOnly',
      `Max-Age=${14 * 24 * 3600}`,
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
  }

  describe('sign-up', () => {
    it('makes an account, signs its user in and answers who that is', async () => {
      const email = `${randomUUID()}@example.com`;
      const answer = await signUp({ email, organization_name: 'Grün & Söhne' }).expect(201);
      expectSessionCookie(answer);
      expect(answer.body).toEqual({
        user: { id: expect.stringMatching(/^usr_\w{22}$/), email },
        account: { id: expect.stringMatching(/^acc_\w{22}$/) },
        organization: expect.objectContaining({
          name: 'Grün & Söhne',
          currency: 'USD',
          language: 'en',
          time_zone: 'UTC',
          number_format: 'INV-{0001}',
          address: null,
          logo_url: null,
        }),
      });
      const seen = await session(cookieOf(answer.headers['set-cookie'])).expect(200);
      expect(seen.body).toEqual(answer.body);
    });

    it('refuses a mail address that is taken, in whatever letters', async () => {
      const local = randomUUID();
      await signUp({ email: `${local}@example.com` }).expect(201);
      for (const email of [`${local}@example.com`, `${local.toUpperCase()}@EXAMPLE.com`]) {
        const answer = await signUp({ email });
        expectProblem(answer, 409, 'email_taken');
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
    });

    it('gives one mail address to one of many that ask for it at once', async () => {
      const email = `${randomUUID()}@example.com`;
      const answers = await Promise.all(Array.from({ length: 6 }, () => signUp({ email })));
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([201, 409, 409, 409, 409, 409]);
      const users = await rowsOf(running, 'users');
      expect(users.filter((user) => user.email === email)).toHaveLength(1);
      const owners = new Set(users.map(({ account_id: id }) => id));
      for (const { id } of await rowsOf(running, 'accounts')) expect(owners).toContain(id);
    });

    it.each([
      ['short', 'fourteen chars', 'password_too_short'],
      ['repeated', 'abababababababab', 'password_too_simple'],
      ['common', 'Password1234567!', 'password_guessable'],
      ['rows of keys', 'qwertyuiopasdfgh', 'password_guessable'],
      ['the name of the product', 'finvo-finvo-finvo-26', 'password_guessable'],
      ['over-long', 'long password! '.repeat(9), 'too_long'],
      ['one megabyte', 'abcdefgh'.repeat(100_000), 'too_long'],
      ['blank', ' '.repeat(20), 'required'],
      ['numeric', 123_456_789_012_345, 'wrong_type'],
      ['list', ['correct horse battery staple'], 'wrong_type'],
      ['object', { length: 20 }, 'wrong_type'],
      ['null', null, 'wrong_type'],
      ['half a surrogate pair in the', 'correct horse \ud800 staple', 'not_text'],
      ['NUL in the', 'correct horse \0 staple', 'control_character'],
    ])('refuses a password: %s', async (_, given, code) => {
      const answer = await signUp({ password: given });
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual([`/password ${code}`]);
    });

    it.each([
      'Ünïcode passphrase 🦉🦉',
      'ﷺ'.repeat(10) + 'abcd and more',
      'p'.repeat(100) + 'trombone gravel 77 umbrella!',
    ])('takes any password that is long enough: %s', async (given) => {
      const email = `${randomUUID()}@example.com`;
      await signUp({ email, password: given }).expect(201);
      await logIn(email, given).expect(200);
    });

    it('refuses a password made of the name of the organization or of the mail address', async () => {
      const name = 'Nimbus Lighthouse Ltd';
      const email = `alexandra.keller.${randomUUID()}@example.com`;
      for (const given of ['NimbusLighthouse26', `alexandrakeller2026`]) {
        const answer = await signUp({ email, password: given, organization_name: name });
        expectProblem(answer, 422, 'validation_failed');
        expect(faultsOf(answer)).toEqual(['/password password_guessable']);
      }
      const made = await signUp({ email, organization_name: name }).expect(201);
      const change = await request(running.url)
        .put('/dashboard/password')
        .set({ ...sameOrigin, cookie: cookieOf(made.headers['set-cookie']) })
        .send({ current_password: password, new_password: 'NimbusLighthouse26' });
      expect(faultsOf(change)).toEqual(['/new_password password_guessable']);
    });

    it('reads one password typed on two keyboards as the same', async () => {
      const email = `${randomUUID()}@example.com`;
      await signUp({ email, password: 'caf\u00e9 au lait \u2126 0123' }).expect(201);
      await logIn(email, 'cafe\u0301 au lait \u03a9 0123').expect(200);
    });

    it('names every fault at once, unknown fields included', async () => {
      const answer = await post('/dashboard/signup', {
        email: 'nobody',
        password: 'hunter2',
        organization_name: 'Ltd \u{10ffff}',
        organisation: 'x',
        account_id: 'acc_0',
      });
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer).sort()).toEqual([
        '/account_id unknown_field',
        '/email wrong_format',
        '/organisation unknown_field',
        '/organization_name character_not_printable',
        '/password password_too_short',
      ]);
      expect(JSON.stringify(answer.body)).not.toContain('hunter2');
    });

    it.each([
      ['no body', undefined],
      ['a list', []],
      ['text', '"text"'],
      ['null', 'null'],
    ])('refuses %s in place of an object', async (_, body) => {
      const answer = await request(running.url)
        .post('/dashboard/signup')
        .set(sameOrigin)
        .set('content-type', 'application/json')
        .send(body);
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual([' wrong_type']);
    });

    it.each([
      ['an emoji cluster without a glyph', 'Shop \u{1fae9}\u{10fffe}'],
      ['a private use character', 'Shop \ue000'],
      ['a byte order mark', '\ufeffShop'],
    ])('refuses an organization name with %s, which no invoice could print', async (_, name) => {
      const answer = await signUp({ organization_name: name });
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual(['/organization_name character_not_printable']);
    });

    it('takes organization names of every script that can be printed', async () => {
      for (const name of ['株式会社例', 'شركة المثال', 'मिसाल 🙂', "O'Neill <b>&amp;</b>"]) {
        await signUp({ organization_name: name }).expect(201);
      }
    });
  });

  it('with SIGNUP=closed nobody makes an account, and who has one logs in', async () => {
    const { email } = await createAccount(running);
    const closed = await startAppOn(running.database, { SIGNUP: 'closed' });
    try {
      const answer = await request(closed.url).post('/dashboard/signup').set(sameOrigin).send({
        email: 'new@example.com',
        password,
        organization_name: 'New',
      });
      expectProblem(answer, 403, 'signup_closed');
      await request(closed.url)
        .post('/dashboard/login')
        .set(sameOrigin)
        .send({ email, password })
        .expect(200);
    } finally {
      await closed.close();
    }
  });

  describe('log-in', () => {
    it('signs in with the mail address in any letters', async () => {
      const { email, id } = await createAccount(running);
      const answer = await logIn(email.toUpperCase()).expect(200);
      expectSessionCookie(answer);
      expect(answer.body.account).toEqual({ id });
    });

    it('answers a wrong mail and a wrong password alike', async () => {
      const { email } = await createAccount(running);
      const wrongPassword = await logIn(email, 'not the right password');
      const wrongMail = await logIn('nobody@example.com', 'not the right password');
      for (const answer of [wrongPassword, wrongMail]) {
        expectProblem(answer, 401, 'wrong_credentials');
        expect(answer.headers['www-authenticate']).toBe('Session realm="finvo"');
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
      const comparable = ({ body, headers }: Response) => ({
        body: { ...body, request_id: '' },
        headers: { ...headers, 'x-request-id': '', date: '' },
      });
      expect(comparable(wrongMail)).toEqual(comparable(wrongPassword));
    });

    it('gives the browser a new session and ends the one it came with', async () => {
      const { email, cookie } = await createAccount(running);
      const answer = await logIn(email, password, { cookie }).expect(200);
      const renewed = cookieOf(answer.headers['set-cookie']);
      expect(renewed).not.toBe(cookie);
      await session(renewed).expect(200);
      expectProblem(await session(cookie), 401, 'not_signed_in');
    });

    it('never takes over a session value that somebody else has set', async () => {
      const { email } = await createAccount(running);
      const planted = `__Host-finvo_session=finvo_sess_${'A'.repeat(43)}`;
      const answer = await logIn(email, password, { cookie: planted }).expect(200);
      expect(cookieOf(answer.headers['set-cookie'])).not.toBe(planted);
      expectProblem(await session(planted), 401, 'not_signed_in');
    });

    it('leaves the sessions of other browsers alone', async () => {
      const { email, cookie } = await createAccount(running);
      await logIn(email).expect(200);
      await session(cookie).expect(200);
    });
  });

  describe('log-out', () => {
    it('ends the session at once and clears the cookie', async () => {
      const { session: headers, cookie } = await createAccount(running);
      const answer = await post('/dashboard/logout', {}, headers).expect(204);
      expect(String(answer.headers['set-cookie'])).toMatch(
        /^__Host-finvo_session=; .*Expires=Thu, 01 Jan 1970/,
      );
      expect(answer.headers['clear-site-data']).toBe('"storage"');
      const after = await session(cookie);
      expectProblem(after, 401, 'not_signed_in');
      expect(after.headers['www-authenticate']).toBe('Session realm="finvo"');
    });

    it('is fine without a session', async () => {
      await post('/dashboard/logout', {}).expect(204);
    });
  });

  describe('a session', () => {
    it('ends after 12 hours without a request', async () => {
      const { cookie } = await createAccount(running);
      running.clock.advanceMs(12 * hourMs);
      await session(cookie).expect(200);
      running.clock.advanceMs(12 * hourMs + 1);
      expectProblem(await session(cookie), 401, 'not_signed_in');
    });

    it('ends after 14 days, however busy it is', async () => {
      const { cookie } = await createAccount(running);
      for (let hours = 0; hours < 14 * 24 - 8; hours += 8) {
        running.clock.advanceMs(8 * hourMs);
        await session(cookie).expect(200);
      }
      running.clock.advanceMs(8 * hourMs - 1);
      await session(cookie).expect(200);
      running.clock.advanceMs(1);
      expectProblem(await session(cookie), 401, 'not_signed_in');
    });

    it('is known by its hash only, and a hash opens nothing', async () => {
      const { cookie, id } = await createAccount(running);
      const rows = (await rowsOf(running, 'sessions')).filter((row) => row.account_id === id);
      expect(rows).toHaveLength(1);
      expect(rows[0]!.token_hash).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
      for (const token of [rows[0]!.token_hash, rows[0]!.id, '']) {
        const answer = await session(`__Host-finvo_session=${String(token)}`);
        expectProblem(answer, 401, 'not_signed_in');
      }
    });

    it('of a suspended account is refused', async () => {
      const { cookie, id } = await createAccount(running);
      await suspendAccount(running, id);
      expectProblem(await session(cookie), 403, 'account_suspended');
    });
  });
});
