import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { canHavePasskeys } from '../src/two-factor/passkey-site.js';
import { type RunningApp, startApp } from './support/app.js';
import { type Forgery, TestAuthenticator } from './support/authenticator.js';
import { createAccount, password, sameOrigin, type TestAccount } from './support/factories.js';
import { parallel } from './support/invoices.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { addPasskey, sessionOf, turnOn } from './support/second-factor.js';
import { logIn } from './support/sign-in.js';
import { rowsOf } from './support/tables.js';

const origin = 'https://invoices.example.com';
const minuteMs = 60_000;

describe('passkeys', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp({ BASE_URL: origin });
  });
  afterAll(() => running.close());

  type Question = Parameters<TestAuthenticator['get']>[0];
  const post = (path: string, session: Record<string, string>, body: object = {}) =>
    request(running.url).post(`/dashboard/passkey${path}`).set(session).send(body);
  const optionsOf = async (path: string, session: Record<string, string> = sameOrigin) =>
    (await post(`${path}/options`, session).expect(200)).body.options as Question;
  const addWith = (account: TestAccount, response: object, name = 'Laptop') =>
    post('s', account.session, { name, response });
  const logInWith = (response: object) => post('-login', sameOrigin, { response });
  const list = async ({ session }: TestAccount) =>
    (await request(running.url).get('/dashboard/passkeys').set(session).expect(200)).body
      .data as Record<string, unknown>[];

  /** A device with a passkey of the account. */
  async function added(account: TestAccount): Promise<TestAuthenticator> {
    const device = new TestAuthenticator(origin);
    await addPasskey(running, account, device);
    return device;
  }
  const expectRefused = (answer: Response) => {
    expectProblem(answer, 401, 'passkey_refused');
    expect(answer.headers['set-cookie']).toBeUndefined();
  };

  describe('are added', () => {
    it('under a name, and listed with their last use', async () => {
      const account = await createAccount(running);
      const device = new TestAuthenticator(origin);
      const question = await optionsOf('s', account.session);
      expect(question).toMatchObject({
        rp: { id: 'invoices.example.com', name: 'Finvo' },
        user: { name: account.email },
        attestation: 'none',
        excludeCredentials: [],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      const answer = await addWith(account, device.create(question), 'Office laptop').expect(201);
      expect(await list(account)).toEqual([answer.body]);
      expect(answer.body).toEqual({
        id: expect.stringMatching(/^pky_/),
        name: 'Office laptop',
        created_at: running.clock.now().toISOString(),
        last_used_at: null,
      });
      const next = await optionsOf('s', account.session);
      expect(next).toMatchObject({
        excludeCredentials: [
          { id: device.credentialId.toString('base64url'), transports: ['internal'] },
        ],
      });
      const lines = await rowsOf(running, 'audit_log');
      const line = lines.find((row) => row.target_id === answer.body.id);
      expect(line).toMatchObject({ kind: 'passkey_added', details: '{"name":"Office laptop"}' });
    });

    it.each<[string, Forgery]>([
      ['from a page of another site', { origin: 'https://evil.example' }],
      ['from a page of a sibling host', { origin: 'https://evil.invoices.example.com' }],
      ['from a page over plain http', { origin: 'http://invoices.example.com' }],
      ['for another site', { rpId: 'evil.example' }],
      ['without a finger or a PIN', { isVerified: false }],
      ['with a challenge that nobody gave', { challenge: 'A'.repeat(43) }],
      ['as the answer to a log-in', { type: 'webauthn.get' }],
    ])('not %s', async (_, forgery) => {
      const account = await createAccount(running);
      const question = await optionsOf('s', account.session);
      const device = new TestAuthenticator(origin);
      const answer = await addWith(account, device.create(question, forgery));
      expectProblem(answer, 422, 'passkey_invalid');
      expect(faultsOf(answer)).toEqual(['/response passkey_invalid']);
      expect(await list(account)).toEqual([]);
    });

    it('not with a challenge of another user, of a log-in, used before or older than five minutes', async () => {
      const account = await createAccount(running);
      const other = await createAccount(running);
      const answer = (question: Question) => new TestAuthenticator(origin).create(question);
      const own = await optionsOf('s', account.session);
      await addWith(account, answer(own)).expect(201);
      const old = await optionsOf('s', account.session);
      running.clock.advanceMs(5 * minuteMs);
      for (const question of [
        own,
        old,
        await optionsOf('s', other.session),
        await optionsOf('-login'),
      ])
        expectProblem(await addWith(account, answer(question)), 422, 'passkey_invalid');
      expect(await list(account)).toHaveLength(1);
    });

    it('once, also when one answer is sent ten times at once, and not by two users', async () => {
      const account = await createAccount(running);
      const device = new TestAuthenticator(origin);
      const answer = device.create(await optionsOf('s', account.session));
      const answers = await parallel(10, () => addWith(account, answer));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      const other = await createAccount(running);
      const again = device.create(await optionsOf('s', other.session));
      expectProblem(await addWith(other, again), 409, 'passkey_known');
    });

    it.each([
      {},
      { id: 1 },
      { response: null },
      { response: { clientDataJSON: 7 } },
      { response: { clientDataJSON: 'bm8' } },
      { response: { clientDataJSON: 'bnVsbA' } },
      { response: [[[]]], id: { $ne: 1 } },
    ])('not with %j, at which nothing fails', async (response) => {
      const account = await createAccount(running);
      expectProblem(await addWith(account, response), 422, 'passkey_invalid');
      expectRefused(await logInWith(response));
    });

    it('and removed only with a fresh log-in, only by their user', async () => {
      const account = await createAccount(running);
      const stranger = await createAccount(running);
      const device = await added(account);
      const [{ id } = { id: '' }] = await list(account);
      const remove = ({ session }: TestAccount) =>
        request(running.url)
          .delete(`/dashboard/passkeys/${String(id)}`)
          .set(session);
      expectProblem(await remove(stranger), 404, 'not_found');
      running.clock.advanceMs(11 * minuteMs);
      for (const answer of [
        await post('s/options', account.session),
        await addWith(account, {}),
        await remove(account),
      ])
        expectProblem(answer, 403, 'reauthentication_required');
      await logInWith(device.get(await optionsOf('-login'))).expect(200);
      const again = await logIn(running, { email: account.email, password }).expect(200);
      const fresh = { ...account, session: sessionOf(again, account) };
      await remove(fresh).expect(204);
      expectProblem(await remove(fresh), 404, 'not_found');
      expectRefused(await logInWith(device.get(await optionsOf('-login'))));
    });

    it('twenty at the most', async () => {
      const account = await createAccount(running);
      for (let at = 0; at < 20; at += 1) await added(account);
      expectProblem(await post('s/options', account.session), 409, 'too_many_passkeys');
    });
  });

  describe('sign in', () => {
    it('without mail address, password and code, also who has two-factor log-in on', async () => {
      const account = await createAccount(running);
      const device = await added(account);
      await turnOn(running, account);
      const question = await optionsOf('-login');
      expect(question).toMatchObject({
        rpId: 'invoices.example.com',
        userVerification: 'required',
      });
      expect(question).not.toHaveProperty('allowCredentials', expect.anything());
      const answer = await logInWith(device.get(question)).expect(200);
      expect(answer.body.user.email).toBe(account.email);
      const session = sessionOf(answer, account);
      await request(running.url).get('/dashboard/session').set(session).expect(200);
      expect(await list(account)).toMatchObject([
        { last_used_at: running.clock.now().toISOString() },
      ]);
    });

    it.each<[string, Forgery]>([
      ['from a page of another site', { origin: 'https://evil.example' }],
      ['for another site', { rpId: 'evil.example' }],
      ['without a finger or a PIN', { isVerified: false }],
      ['with a challenge that nobody gave', { challenge: 'A'.repeat(43) }],
      ['as the answer to a new passkey', { type: 'webauthn.create' }],
      ['for another user', { userHandle: Buffer.from('usr_other').toString('base64url') }],
      ['for nobody', { userHandle: '' }],
      ['with a counter that has not grown', { counter: 0 }],
    ])('not %s, and the challenge is used up', async (_, forgery) => {
      const account = await createAccount(running);
      const device = await added(account);
      await logInWith(device.get(await optionsOf('-login'))).expect(200);
      const question = await optionsOf('-login');
      expectRefused(await logInWith(device.get(question, forgery)));
      if (forgery.challenge === undefined) expectRefused(await logInWith(device.get(question)));
    });

    it('once with one answer, also of twenty at once', async () => {
      const device = await added(await createAccount(running));
      const answer = device.get(await optionsOf('-login'));
      const answers = await parallel(20, () => logInWith(answer));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const refused of answers.filter(({ status }) => status !== 200)) expectRefused(refused);
    });

    it("not with another user's passkey, a passkey that nobody has, or a changed signature", async () => {
      const account = await createAccount(running);
      const [own, theirs] = [await added(account), await added(await createAccount(running))];
      const signed = async (device: TestAuthenticator) => device.get(await optionsOf('-login'));
      const { id, rawId } = await signed(theirs);
      expectRefused(await logInWith({ ...(await signed(own)), id, rawId }));
      expectRefused(await logInWith(await signed(new TestAuthenticator(origin))));
      const answer = await signed(own);
      const response = answer.response as Record<string, string>;
      const signature = `${response.signature!.slice(0, -4)}AAAA`;
      expectRefused(await logInWith({ ...answer, response: { ...response, signature } }));
    });

    it('not with a challenge that is older than five minutes, or was given to add a passkey', async () => {
      const account = await createAccount(running);
      const device = await added(account);
      const old = await optionsOf('-login');
      running.clock.advanceMs(5 * minuteMs);
      expectRefused(await logInWith(device.get(old)));
      const { challenge } = await optionsOf('s', account.session);
      expectRefused(await logInWith(device.get({ challenge, rpId: 'invoices.example.com' })));
    });

    it('leaves no challenge behind whose time is over', async () => {
      await parallel(3, () => optionsOf('-login'));
      running.clock.advanceMs(5 * minuteMs);
      await optionsOf('-login');
      expect(await rowsOf(running, 'passkey_challenges')).toHaveLength(1);
    });
  });

  it('are asked for three hundred times an hour by one network', async () => {
    const limited = await startApp({ RATE_LIMIT_PER_MINUTE: '600' });
    try {
      const ask = () =>
        request(limited.url).post('/dashboard/passkey-login/options').set(sameOrigin);
      for (let at = 0; at < 300; at += 1) await ask().expect(200);
      expectProblem(await ask(), 429, 'too_many_attempts');
    } finally {
      await limited.close();
    }
  });

  it.each([
    ['https://invoices.example.com', true],
    ['https://invoices.example.com:8443', true],
    ['http://localhost:3000', true],
    ['http://invoices.example.com', false],
    ['http://127.0.0.1:3000', false],
    ['https://203.0.113.7', false],
    ['https://[2001:db8::1]', false],
    ['http://notlocalhost', false],
  ])('exist for %s: %s', (baseUrl, expected) => {
    expect(canHavePasskeys(baseUrl)).toBe(expected);
  });
});
