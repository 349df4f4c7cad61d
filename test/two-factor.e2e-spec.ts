import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, password, type TestAccount } from './support/factories.js';
import { parallel } from './support/invoices.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { codeOf, logInWith, sessionOf, turnOn } from './support/second-factor.js';
import { logIn } from './support/sign-in.js';
import { databaseDump, rowsOf } from './support/tables.js';

const elevenMinutesMs = 11 * 60_000;

describe('two-factor log-in', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  type Session = TestAccount['session'];
  /** In a browser of its own: the cookie of the account would have its session replaced. */
  const logInAs = ({ email, password: given }: Pick<TestAccount, 'email' | 'password'>) =>
    logIn(running, { email, password: given });
  const get = (session: Session) =>
    request(running.url).get('/dashboard/two-factor').set(session).expect(200);
  const post = (path: string, session: Session, body: object = {}) =>
    request(running.url).post(`/dashboard/two-factor${path}`).set(session).send(body);
  const turnOff = (session: Session) =>
    request(running.url).delete('/dashboard/two-factor').set(session);
  const kinds = async (account: TestAccount) => {
    const rows = await rowsOf(running, 'audit_log');
    return rows.filter((row) => row.account_id === account.id).map(({ kind }) => kind);
  };

  describe('is turned on', () => {
    it('by a secret and a first code, which answers ten recovery codes once', async () => {
      const account = await createAccount(running);
      expect((await get(account.session)).body).toEqual({
        on: false,
        since: null,
        recovery_codes_left: 0,
      });
      const begun = await post('', account.session).expect(201);
      expect(begun.headers['cache-control']).toBe('no-store');
      const { secret, uri } = begun.body as { secret: string; uri: string };
      expect(secret).toMatch(/^[A-Z2-7]{32}$/);
      const address = new URL(uri);
      expect(address.protocol).toBe('otpauth:');
      expect(decodeURIComponent(address.pathname)).toContain(`Finvo:${account.email}`);
      expect(address.searchParams.get('secret')).toBe(secret);
      await logInAs(account).expect(200);

      const code = codeOf(running, secret);
      const confirmed = await post('/confirm', account.session, {
        code: `${code.slice(0, 3)} ${code.slice(3)}`,
      }).expect(200);
      const codes = confirmed.body.recovery_codes as string[];
      expect(new Set(codes).size).toBe(10);
      for (const recovery of codes) expect(recovery).toMatch(/^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/);
      expect((await get(account.session)).body).toEqual({
        on: true,
        since: running.clock.now().toISOString(),
        recovery_codes_left: 10,
      });
      expect(await kinds(account)).toContain('two_factor_on');
    });

    it('with the last secret that was shown, however often somebody began', async () => {
      const account = await createAccount(running);
      const first = await post('', account.session).expect(201);
      await parallel(4, () => post('', account.session).expect(201));
      const last = await post('', account.session).expect(201);
      const withFirst = await post('/confirm', account.session, {
        code: codeOf(running, first.body.secret as string),
      });
      expectProblem(withFirst, 422, 'wrong_code');
      expect(faultsOf(withFirst)).toEqual(['/code wrong_code']);
      await post('/confirm', account.session, {
        code: codeOf(running, last.body.secret as string),
      }).expect(200);
    });

    it('once: a second beginning and a second confirmation are refused', async () => {
      const account = await createAccount(running);
      expectProblem(
        await post('/confirm', account.session, { code: '000000' }),
        409,
        'two_factor_off',
      );
      const begun = await post('', account.session).expect(201);
      const code = codeOf(running, begun.body.secret as string);
      const answers = await parallel(4, () => post('/confirm', account.session, { code }));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
      expectProblem(await post('', account.session), 409, 'two_factor_on');
      const codes = await rowsOf(running, 'recovery_codes');
      expect(codes.filter((row) => row.account_id === account.id)).toHaveLength(10);
    });

    it('and ends every session but the one that did it', async () => {
      const account = await createAccount(running);
      const other = sessionOf(await logInAs(account).expect(200), account);
      await turnOn(running, account);
      await get(account.session);
      expectProblem(
        await request(running.url).get('/dashboard/session').set(other),
        401,
        'not_signed_in',
      );
    });

    it('and off, and its codes renewed, only with a fresh log-in', async () => {
      const account = await createAccount(running);
      await turnOn(running, account);
      running.clock.advanceMs(elevenMinutesMs);
      for (const answer of [
        await post('', account.session),
        await post('/recovery-codes', account.session),
        await turnOff(account.session),
      ])
        expectProblem(answer, 403, 'reauthentication_required');
    });

    it('with nothing to read in the database: neither the secret nor a code', async () => {
      const account = await createAccount(running);
      const app = await turnOn(running, account);
      const dump = await databaseDump(running);
      for (const text of [app.secret, ...app.recoveryCodes]) {
        expect(dump).not.toContain(text);
        expect(dump).not.toContain(text.replaceAll('-', ''));
      }
      const rows = await rowsOf(running, 'two_factor');
      expect(rows.find((row) => row.account_id === account.id)!.seed).not.toMatch(/[2-7A-Z]{32}/);
    });
  });

  describe('that is on', () => {
    it('asks for the code after the right password, and for nothing after a wrong one', async () => {
      const account = await createAccount(running);
      const app = await turnOn(running, account);
      const answer = await logInAs(account);
      expectProblem(answer, 401, 'second_factor_required');
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.headers['www-authenticate']).toBe('Session realm="finvo"');
      const wrong = { ...account, password: 'not the right password' };
      expectProblem(await logInAs(wrong), 401, 'wrong_credentials');
      expectProblem(await logInWith(running, wrong, app.code()), 401, 'wrong_credentials');
      const nobody = { email: 'nobody@example.com', password };
      expectProblem(await logInWith(running, nobody, app.code()), 401, 'wrong_credentials');
      await logInWith(running, account, app.code()).expect(200);
    });

    it('takes the code of the step before and after, with spaces, and no other', async () => {
      const account = await createAccount(running);
      const app = await turnOn(running, account);
      running.clock.advanceMs(5 * 30_000);
      for (const stepsLater of [-2, 2, 10])
        expectProblem(
          await logInWith(running, account, app.code(stepsLater)),
          401,
          'wrong_second_factor',
        );
      await logInWith(running, account, app.code(-1).replace(/^.../, '$& ')).expect(200);
      await logInWith(running, account, app.code(1)).expect(200);
      // A step that lies before the newest one that was used.
      expectProblem(await logInWith(running, account, app.code()), 401, 'wrong_second_factor');
    });

    it.each([
      '',
      '12345',
      '1234567',
      'ABCDEF',
      '１２３４５６',
      ' ',
      'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA',
    ])('refuses %j', async (code) => {
      const account = await createAccount(running);
      await turnOn(running, account);
      const answer = await logInWith(running, account, code);
      expect([401, 422]).toContain(answer.status);
      expect(answer.headers['set-cookie']).toBeUndefined();
    });

    it.each([123456, ['123456'], { $ne: '' }, true])(
      'refuses %j, which is no text',
      async (code) => {
        const account = await createAccount(running);
        await turnOn(running, account);
        const answer = await logInWith(running, account, code);
        expectProblem(answer, 422, 'validation_failed');
        expect(faultsOf(answer)).toEqual(['/code wrong_type']);
      },
    );

    it('takes a code once, also of twenty log-ins at once, and not the one that turned it on', async () => {
      const account = await createAccount(running);
      const app = await turnOn(running, account);
      expectProblem(await logInWith(running, account, app.code(-1)), 401, 'wrong_second_factor');
      const code = app.code();
      const answers = await parallel(20, () => logInWith(running, account, code));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const answer of answers.filter(({ status }) => status !== 200))
        expectProblem(answer, 401, 'wrong_second_factor');
    });

    it('takes each recovery code once, in any case and grouping, also of twenty log-ins at once', async () => {
      const account = await createAccount(running);
      const { recoveryCodes } = await turnOn(running, account);
      const [first = '', second = ''] = recoveryCodes;
      const typed = first.toLowerCase().replaceAll('-', ' ');
      const answers = await parallel(20, () => logInWith(running, account, typed));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      await logInWith(running, account, second.replaceAll('-', '')).expect(200);
      expect((await get(account.session)).body.recovery_codes_left).toBe(8);
      const told = await kinds(account);
      expect(told.filter((kind) => kind === 'recovery_code_used')).toHaveLength(2);
      expect(told.filter((kind) => kind === 'second_factor_failed')).toHaveLength(19);
    });

    it("takes nobody else's code and recovery codes", async () => {
      const account = await createAccount(running);
      const other = await createAccount(running);
      await turnOn(running, account);
      const theirs = await turnOn(running, other);
      for (const code of [theirs.code(), theirs.recoveryCodes[0]])
        expectProblem(await logInWith(running, account, code), 401, 'wrong_second_factor');
      await logInWith(running, other, theirs.recoveryCodes[0]).expect(200);
    });

    it('is asked for after a password reset by the operator too, and says nothing with the old password', async () => {
      const account = await createAccount(running);
      const app = await turnOn(running, account);
      const next = 'four other words entirely';
      await request(running.url)
        .put('/dashboard/password')
        .set(account.session)
        .send({ current_password: password, new_password: next })
        .expect(200);
      expectProblem(await logInWith(running, account, app.code()), 401, 'wrong_credentials');
      const changed = { ...account, password: next };
      expectProblem(await logInAs(changed), 401, 'second_factor_required');
      await logInWith(running, changed, app.code()).expect(200);
    });

    it('gives a new session for the password alone to who is signed in, as that one began with both', async () => {
      const account = await createAccount(running);
      await turnOn(running, account);
      running.clock.advanceMs(elevenMinutesMs);
      const answer = await request(running.url)
        .post('/dashboard/reauthenticate')
        .set(account.session)
        .send({ password })
        .expect(204);
      await turnOff(sessionOf(answer, account)).expect(204);
    });

    it('makes new recovery codes, and the former ones do not work any more', async () => {
      const account = await createAccount(running);
      expectProblem(await post('/recovery-codes', account.session), 409, 'two_factor_off');
      const app = await turnOn(running, account);
      const renewed = await post('/recovery-codes', account.session).expect(201);
      const [code] = renewed.body.recovery_codes as string[];
      expectProblem(
        await logInWith(running, account, app.recoveryCodes[0]),
        401,
        'wrong_second_factor',
      );
      await logInWith(running, account, code).expect(200);
      expect(await kinds(account)).toContain('recovery_codes_renewed');
    });

    it('is turned off with all that it had, and can be turned on with another app', async () => {
      const account = await createAccount(running);
      const app = await turnOn(running, account);
      await turnOff(account.session).expect(204);
      await turnOff(account.session).expect(204);
      await logInAs(account).expect(200);
      const told = await kinds(account);
      expect(told.filter((kind) => kind === 'two_factor_off')).toHaveLength(1);
      const codes = await rowsOf(running, 'recovery_codes');
      expect(codes.filter((row) => row.account_id === account.id)).toEqual([]);
      const next = await turnOn(running, account);
      expectProblem(
        await logInWith(running, account, app.recoveryCodes[0]),
        401,
        'wrong_second_factor',
      );
      await logInWith(running, account, next.code()).expect(200);
    });
  });
});
