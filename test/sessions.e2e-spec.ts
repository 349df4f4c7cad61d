import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { WrongCredentials } from '../src/accounts/accounts.errors.js';
import { AccountsService } from '../src/accounts/accounts.service.js';
import { SessionsService } from '../src/accounts/sessions.service.js';
import { type RunningApp, startApp, startAppOn } from './support/app.js';
import {
  cookieOf,
  createAccount,
  password,
  sameOrigin,
  type TestAccount,
} from './support/factories.js';
import { parallel } from './support/invoices.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { rowsOf, suspendAccount } from './support/tables.js';

const newPassword = 'another horse another staple';

describe('the sessions of a user', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  const list = async (cookie: string) => {
    const answer = await request(running.url)
      .get('/dashboard/sessions')
      .set('cookie', cookie)
      .expect(200);
    return answer.body.data as Record<string, unknown>[];
  };
  const post = (path: string, cookie: string, body: object = {}) =>
    request(running.url)
      .post(path)
      .set({ ...sameOrigin, cookie })
      .send(body);
  const changePassword = (cookie: string, body: object) =>
    request(running.url)
      .put('/dashboard/password')
      .set({ ...sameOrigin, cookie })
      .send(body);
  const session = (cookie: string) =>
    request(running.url).get('/dashboard/session').set('cookie', cookie);
  const logIn = async ({ email }: TestAccount, given = password, userAgent = 'Second/1.0') => {
    const answer = await request(running.url)
      .post('/dashboard/login')
      .set({ ...sameOrigin, 'user-agent': userAgent })
      .send({ email, password: given })
      .expect(200);
    return cookieOf(answer.headers['set-cookie']);
  };

  it('are listed with browser and times, latest use first, the asking one marked', async () => {
    const account = await createAccount(running);
    const signedUpAt = running.clock.nowText();
    running.clock.advanceMs(3_600_000);
    const second = await logIn(account);
    running.clock.advanceMs(3_600_000);
    const listed = await list(account.cookie);
    const id = expect.stringMatching(/^ses_\w{22}$/);
    expect(listed).toEqual([
      {
        id,
        current: true,
        created_at: signedUpAt,
        last_seen_at: running.clock.nowText(),
        ip: '127.0.0.1',
        user_agent: null,
      },
      expect.objectContaining({ id, current: false, user_agent: 'Second/1.0' }),
    ]);
    expect(JSON.stringify(listed)).not.toMatch(/finvo_sess_|[0-9a-f]{64}/);
    expect((await list(second)).map(({ current }) => current)).toEqual([true, false]);
  });

  it('are listed without those that have ended', async () => {
    const account = await createAccount(running);
    running.clock.advanceMs(12 * 3_600_000 + 1);
    expect(await list(await logIn(account))).toHaveLength(1);
  });

  it('end one by one, at once', async () => {
    const account = await createAccount(running);
    const second = await logIn(account);
    const id = (await list(account.cookie)).find(({ current }) => !current)!.id as string;
    await post(`/dashboard/sessions/${id}/end`, account.cookie).expect(204);
    expectProblem(await session(second), 401, 'not_signed_in');
    await session(account.cookie).expect(200);
    const again = await post(`/dashboard/sessions/${id}/end`, account.cookie);
    expectProblem(again, 404, 'not_found');
  });

  it('cannot be ended by another user', async () => {
    const [owner, stranger] = [await createAccount(running), await createAccount(running)];
    const { id } = (await list(owner.cookie))[0]!;
    const answer = await post(`/dashboard/sessions/${id as string}/end`, stranger.cookie);
    expectProblem(answer, 404, 'not_found');
    await session(owner.cookie).expect(200);
  });

  it('end all together, the asking one included, and its cookie goes', async () => {
    const [account, other] = [await createAccount(running), await createAccount(running)];
    const second = await logIn(account);
    const answer = await post('/dashboard/sessions/end-all', account.cookie).expect(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-finvo_session=; .*1970/);
    for (const cookie of [account.cookie, second]) {
      expectProblem(await session(cookie), 401, 'not_signed_in');
    }
    await session(other.cookie).expect(200);
  });

  describe('when the password changes', () => {
    it('end everywhere, and the browser that changed it has a new one', async () => {
      const account = await createAccount(running);
      const second = await logIn(account);
      const answer = await changePassword(account.cookie, {
        current_password: password,
        new_password: newPassword,
      }).expect(200);
      const renewed = cookieOf(answer.headers['set-cookie']);
      for (const cookie of [account.cookie, second]) {
        expectProblem(await session(cookie), 401, 'not_signed_in');
      }
      const seen = await session(renewed).expect(200);
      expect(answer.body).toEqual(seen.body);
      expect(answer.body.user.email).toBe(account.email);
      expect(await list(renewed)).toHaveLength(1);
      await logIn(account, newPassword);
      await request(running.url).get('/v1/api-key').set(account.bearer).expect(200);
    });

    it('stay as they are where the present password is wrong', async () => {
      const account = await createAccount(running);
      const answer = await changePassword(account.cookie, {
        current_password: 'this is not my password',
        new_password: newPassword,
      });
      expectProblem(answer, 422, 'wrong_password');
      expect(faultsOf(answer)).toEqual(['/current_password wrong_password']);
      expect(answer.headers['set-cookie']).toBeUndefined();
      await session(account.cookie).expect(200);
      await logIn(account, password);
    });

    it('are not started by a log-in whose password was checked before the change', async () => {
      const account = await createAccount(running);
      const browser = {
        ip: '127.0.0.1',
        userAgent: null,
        sessionToken: undefined,
        browserToken: undefined,
      };
      const { app } = running;
      const checked = await app
        .get(AccountsService)
        .logIn({ email: account.email, password }, browser);
      await changePassword(account.cookie, {
        current_password: password,
        new_password: newPassword,
      }).expect(200);
      const { user, proof } = checked;
      await expect(app.get(SessionsService).start(user, browser, { proof })).rejects.toThrow(
        WrongCredentials,
      );
      const rows = await rowsOf(running, 'sessions');
      expect(rows.filter(({ user_id: userId }) => userId === user.id)).toHaveLength(1);
    });

    it('let one of two changes at once through', async () => {
      const account = await createAccount(running);
      const passwords = ['the first of two passwords', 'the second of two passwords'];
      const answers = await parallel(2, (at) =>
        changePassword(account.cookie, {
          current_password: password,
          new_password: passwords[at],
        }),
      );
      const winners = answers.flatMap(({ status }, at) => (status === 200 ? [at] : []));
      expect(winners).toHaveLength(1);
      await logIn(account, passwords[winners[0]!]);
    });

    it.each<[object, string[]]>([
      [{}, ['/current_password required', '/new_password required']],
      [
        { current_password: 0, new_password: [newPassword] },
        ['/current_password wrong_type', '/new_password wrong_type'],
      ],
      [{ current_password: password, new_password: 'short' }, ['/new_password password_too_short']],
    ])('refuse %j', async (body, faults) => {
      const { cookie } = await createAccount(running);
      const answer = await changePassword(cookie, body);
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual(faults);
    });
  });

  describe('of which another process has known', () => {
    let other: RunningApp;
    beforeAll(async () => {
      other = await startAppOn(running.database, {}, running.clock);
    });
    afterAll(() => other.close());

    const endings: Record<string, (account: TestAccount) => Promise<unknown>> = {
      'a log-out': ({ cookie }) => post('/dashboard/logout', cookie).expect(204),
      'the end of all sessions': ({ cookie }) =>
        post('/dashboard/sessions/end-all', cookie).expect(204),
      'a change of the password': ({ cookie }) =>
        changePassword(cookie, { current_password: password, new_password: newPassword }).expect(
          200,
        ),
      'the end of the account': ({ cookie }) =>
        post('/dashboard/account/delete', cookie, {
          organization_name: 'Example Ltd',
          password,
        }).expect(204),
      'a suspension': ({ id }) => suspendAccount(running, id),
    };

    it.each(Object.keys(endings))('are refused by both at once after %s', async (ending) => {
      const account = await createAccount(running);
      const ask = ({ url }: RunningApp) =>
        request(url).get('/dashboard/session').set('cookie', account.cookie);
      for (const each of [running, other]) await ask(each).expect(200);
      await endings[ending]!(account);
      const isSuspended = ending === 'a suspension';
      for (const each of [other, running]) {
        const answer = await ask(each);
        if (isSuspended) expectProblem(answer, 403, 'account_suspended');
        else expectProblem(answer, 401, 'not_signed_in');
      }
    });
  });

  it('leave no row behind once they have ended', async () => {
    const account = await createAccount(running);
    await post('/dashboard/sessions/end-all', account.cookie).expect(204);
    const rows = await rowsOf(running, 'sessions');
    expect(rows.filter((row) => row.account_id === account.id)).toEqual([]);
  });
});
