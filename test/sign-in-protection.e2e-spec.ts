import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { type RunningApp, startApp, startAppOn } from './support/app.js';
import { createAccount, password, sameOrigin, type TestAccount } from './support/factories.js';
import { startMailServer } from './support/mail-server.js';
import { expectProblem } from './support/problem.js';
import { cookiesOf, logIn } from './support/sign-in.js';
import { rowsOf } from './support/tables.js';

const minuteMs = 60_000;
const wrong = 'not the right password';
const environment = { RATE_LIMIT_PER_MINUTE: '600', TRUST_PROXY: '1' };

describe('the sign-in', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(environment);
  });
  afterAll(() => running.close());

  let networks = 0;
  /** An address that no other test has tried from. */
  const newIp = () => `198.51.${Math.floor((networks += 1) / 200)}.${(networks % 200) + 1}`;
  const newEmail = () => `${randomUUID()}@example.com`;

  async function tryWrong(
    times: number,
    attempt: () => { email: string; ip: string; cookie?: string },
  ) {
    const answers: Response[] = [];
    for (let at = 0; at < times; at += 1)
      answers.push(await logIn(running, { ...attempt(), password: wrong }));
    return answers;
  }

  const statuses = (answers: readonly Response[]) => answers.map(({ status }) => status);

  function expectWait(answer: Response, seconds: number) {
    expectProblem(answer, 429, 'too_many_attempts');
    expect(answer.headers['retry-after']).toBe(String(seconds));
  }

  describe('of one person from one network', () => {
    it('stops after five wrong passwords, also for the right one, and goes on after 15 minutes', async () => {
      const { email } = await createAccount(running);
      const ip = newIp();
      expect(statuses(await tryWrong(5, () => ({ email, ip })))).toEqual([401, 401, 401, 401, 401]);
      expectWait(await logIn(running, { email, password, ip }), 15 * 60);
      running.clock.advanceMs(15 * minuteMs - 1);
      expectWait(await logIn(running, { email, password, ip }), 1);
      running.clock.advanceMs(1);
      await logIn(running, { email, password, ip }).expect(200);
    });

    it('lets five of twenty parallel wrong passwords through, never a sixth', async () => {
      const { email } = await createAccount(running);
      const ip = newIp();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => logIn(running, { email, password: wrong, ip })),
      );
      expect(statuses(answers).sort()).toEqual([
        ...Array<number>(5).fill(401),
        ...Array<number>(15).fill(429),
      ]);
    });

    it('counts from zero after a success', async () => {
      const { email } = await createAccount(running);
      const ip = newIp();
      for (let round = 0; round < 3; round += 1) {
        await tryWrong(4, () => ({ email, ip }));
        await logIn(running, { email, password, ip }).expect(200);
      }
    });

    it('takes a whole IPv6 /64 for one network', async () => {
      const { email } = await createAccount(running);
      let host = 0;
      await tryWrong(5, () => ({ email, ip: `2001:db8:7:1::${(host += 1)}` }));
      expectWait(await logIn(running, { email, password, ip: '2001:db8:7:1:ff::1' }), 15 * 60);
      await logIn(running, { email, password, ip: '2001:db8:7:2::1' }).expect(200);
    });

    it('is known by the address of the trusted proxy, not by what the client claims', async () => {
      const { email } = await createAccount(running);
      const ip = newIp();
      let claim = 0;
      await tryWrong(5, () => ({ email, ip: `10.0.0.${(claim += 1)}, ${ip}` }));
      expectWait(await logIn(running, { email, password, ip: `10.0.0.99, ${ip}` }), 15 * 60);
    });

    it('says the same for an address that nobody has, with the same header fields', async () => {
      const { email } = await createAccount(running);
      const known = await tryWrong(6, () => ({ email, ip: '203.0.113.77' }));
      const unknownEmail = newEmail();
      const unknown = await tryWrong(6, () => ({ email: unknownEmail, ip: '203.0.113.78' }));
      const comparable = ({ status, body, headers }: Response) => ({
        status,
        body: { ...body, request_id: '' },
        headers: { ...headers, 'x-request-id': '', date: '' },
      });
      expect(unknown.map(comparable)).toEqual(known.map(comparable));
      expect(statuses(known)).toEqual([401, 401, 401, 401, 401, 429]);
    });
  });

  describe('of one person from everywhere', () => {
    /** Twenty wrong passwords within the hour, each from another network. */
    async function attack(email: string) {
      const answers = await tryWrong(20, () => ({ email, ip: newIp() }));
      expect(statuses(answers)).toEqual(Array(20).fill(401));
    }

    it('gets slower and slower after twenty wrong passwords, and is never shut', async () => {
      const { email } = await createAccount(running);
      await attack(email);
      for (const seconds of [1, 2, 4, 8]) {
        expectWait(await logIn(running, { email, password: wrong, ip: newIp() }), seconds);
        running.clock.advanceMs(seconds * 1000 - 1);
        expectWait(await logIn(running, { email, password: wrong, ip: newIp() }), 1);
        running.clock.advanceMs(1);
        const [answer] = await tryWrong(1, () => ({ email, ip: newIp() }));
        expect(answer!.status).toBe(401);
      }
      running.clock.advanceMs(16_000);
      await logIn(running, { email, password, ip: newIp() }).expect(200);
    });

    it('counts twenty parallel ones as twenty', async () => {
      const { email } = await createAccount(running);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => logIn(running, { email, password: wrong, ip: newIp() })),
      );
      expect(statuses(answers)).toEqual(Array(20).fill(401));
      expectWait(await logIn(running, { email, password, ip: newIp() }), 1);
    });

    it('lets the owner in at once from a browser that logged in before, also after a log-out', async () => {
      const { email } = await createAccount(running);
      const ip = newIp();
      const cookies = cookiesOf(await logIn(running, { email, password, ip }).expect(200));
      await request(running.url)
        .post('/dashboard/logout')
        .set({ ...sameOrigin, cookie: cookies })
        .expect(204);
      await attack(email);
      await tryWrong(5, () => ({ email, ip }));
      expectWait(await logIn(running, { email, password, ip: newIp() }), 1);
      await logIn(running, { email, password, ip, cookie: cookies }).expect(200);
      await logIn(running, { email, password, ip: newIp(), cookie: cookies }).expect(200);
    });

    it('counts a known browser alone: five wrong passwords stop it, wherever it is', async () => {
      const { email } = await createAccount(running);
      const cookie = cookiesOf(await logIn(running, { email, password, ip: newIp() }));
      await tryWrong(5, () => ({ email, ip: newIp(), cookie }));
      expectWait(await logIn(running, { email, password, ip: newIp(), cookie }), 15 * 60);
      await logIn(running, { email, password, ip: newIp() }).expect(200);
    });

    it("spares nobody for another user's browser, nor for one that is made up", async () => {
      const { email } = await createAccount(running);
      const other = await createAccount(running);
      const theirs = cookiesOf(await logIn(running, { ...other, ip: newIp() }).expect(200));
      await attack(email);
      const madeUp = `__Host-finvo_browser=finvo_bro_${'A'.repeat(43)}`;
      for (const cookie of [theirs, madeUp])
        expectWait(await logIn(running, { email, password, ip: newIp(), cookie }), 1);
    });

    it('forgets known browsers when the password changes', async () => {
      const account = await createAccount(running);
      const { email } = account;
      const cookie = cookiesOf(await logIn(running, { email, password, ip: newIp() }));
      const next = 'four other words entirely';
      await request(running.url)
        .put('/dashboard/password')
        .set(account.session)
        .send({ current_password: password, new_password: next })
        .expect(200);
      await attack(email);
      expectWait(await logIn(running, { email, password: next, ip: newIp(), cookie }), 1);
    });
  });

  it('of a network stops after fifty wrong passwords for any addresses within an hour', async () => {
    const { email } = await createAccount(running);
    const ip = newIp();
    const answers = await tryWrong(50, () => ({ email: newEmail(), ip }));
    expect(statuses(answers)).toEqual(Array(50).fill(401));
    expectWait(await logIn(running, { email, password, ip }), 60 * 60);
    await logIn(running, { email, password, ip: newIp() }).expect(200);
  });

  it('is counted for all processes together, and over a restart', async () => {
    const { email } = await createAccount(running);
    const ip = newIp();
    await tryWrong(3, () => ({ email, ip }));
    const second = await startAppOn(running.database, environment, running.clock);
    try {
      for (let at = 0; at < 2; at += 1) await logIn(second, { email, password: wrong, ip });
      expectWait(await logIn(second, { email, password, ip }), 15 * 60);
    } finally {
      await second.close();
    }
    expectWait(await logIn(running, { email, password, ip }), 15 * 60);
  });

  describe('holds the same limits', () => {
    const giveWrong: Record<string, (account: TestAccount) => request.Test> = {
      'POST /dashboard/reauthenticate': ({ session }) =>
        request(running.url)
          .post('/dashboard/reauthenticate')
          .set(session)
          .send({ password: wrong }),
      'PUT /dashboard/password': ({ session }) =>
        request(running.url)
          .put('/dashboard/password')
          .set(session)
          .send({ current_password: wrong, new_password: 'four other words entirely' }),
      'POST /dashboard/account/delete': ({ session }) =>
        request(running.url)
          .post('/dashboard/account/delete')
          .set(session)
          .send({ organization_name: 'Example Ltd', password: wrong }),
    };

    it.each(Object.keys(giveWrong))('for the password in %s', async (route) => {
      const account = await createAccount(running);
      const session = { ...account.session, 'x-forwarded-for': newIp() };
      for (let at = 0; at < 5; at += 1)
        expectProblem(await giveWrong[route]!({ ...account, session }), 422, 'wrong_password');
      expectWait(await giveWrong[route]!({ ...account, session }), 15 * 60);
    });
  });

  it('takes three hundred sign-ups of one network an hour', async () => {
    const ip = newIp();
    const signUp = (email: string) =>
      request(running.url)
        .post('/dashboard/signup')
        .set({ ...sameOrigin, 'x-forwarded-for': ip })
        .send({ email, password, organization_name: 'Example Ltd' });
    const email = newEmail();
    await signUp(email).expect(201);
    for (let at = 0; at < 299; at += 1) expectProblem(await signUp(email), 409, 'email_taken');
    expectWait(await signUp(newEmail()), 60 * 60);
    running.clock.advanceMs(60 * minuteMs);
    await signUp(newEmail()).expect(201);
  });

  it('takes twenty requests for password resets of one network an hour', async () => {
    const mail = await startMailServer();
    const withMail = await startApp({ ...environment, SMTP_URL: mail.url });
    try {
      const ask = () =>
        request(withMail.url)
          .post('/dashboard/password-reset')
          .set({ ...sameOrigin, 'x-forwarded-for': '203.0.113.5' })
          .send({ email: newEmail() });
      for (let at = 0; at < 20; at += 1) await ask().expect(202);
      expectWait(await ask(), 60 * 60);
    } finally {
      await withMail.close();
      await mail.close();
    }
  });

  it('keeps no mail address in its counters, and forgets them when their time is over', async () => {
    const email = newEmail();
    await tryWrong(1, () => ({ email, ip: newIp() }));
    const before = await rowsOf(running, 'attempts');
    expect(before.length).toBeGreaterThan(2);
    expect(JSON.stringify(before)).not.toContain('@');
    running.clock.advanceMs(3 * 60 * minuteMs);
    await tryWrong(1, () => ({ email: newEmail(), ip: newIp() }));
    expect(await rowsOf(running, 'attempts')).toHaveLength(3);
  });
});
