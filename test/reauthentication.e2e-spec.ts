import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from './support/app.js';
import { cookieOf, createAccount, password, type TestAccount } from './support/factories.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { logIn, reauthenticated } from './support/sign-in.js';
import { rowsOf } from './support/tables.js';

const tenMinutesMs = 10 * 60_000;

describe('a log-in of ten minutes ago', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  const post = (path: string, session: Record<string, string>, body: object = {}) =>
    request(running.url).post(path).set(session).send(body);

  const grave: Record<string, (account: TestAccount) => request.Test> = {
    'generate a key': ({ session }) => post('/dashboard/keys', session, { name: 'Shop' }),
    'rotate a key': ({ session, keyId }) =>
      post(`/dashboard/keys/${keyId}/rotate`, session, { overlap: '1h' }),
    'revoke every key': ({ session }) => post('/dashboard/keys/revoke-all', session),
  };

  it.each(Object.keys(grave))(
    'cannot %s, and can when the password was given again',
    async (what) => {
      const account = await createAccount(running);
      running.clock.advanceMs(tenMinutesMs);
      const before = await rowsOf(running, 'api_keys');
      expectProblem(await grave[what]!(account), 403, 'reauthentication_required');
      expect(await rowsOf(running, 'api_keys')).toEqual(before);
      const session = await reauthenticated(running, account);
      const answer = await grave[what]!({ ...account, session });
      expect([200, 201]).toContain(answer.status);
    },
  );

  it('counts to the millisecond, and from the log-in as from the sign-up', async () => {
    const account = await createAccount(running);
    const answer = await logIn(running, account).expect(200);
    const session = { ...account.session, cookie: cookieOf(answer.headers['set-cookie']) };
    running.clock.advanceMs(tenMinutesMs - 1);
    await post('/dashboard/keys', session, { name: 'In time' }).expect(201);
    running.clock.advanceMs(1);
    const late = await post('/dashboard/keys', session, { name: 'Late' });
    expectProblem(late, 403, 'reauthentication_required');
  });

  it('still reads, renames and revokes: a leaked key must be stopped without delay', async () => {
    const { session, keyId } = await createAccount(running);
    running.clock.advanceMs(tenMinutesMs);
    await request(running.url).get('/dashboard/keys').set(session).expect(200);
    await request(running.url)
      .patch(`/dashboard/keys/${keyId}`)
      .set(session)
      .send({ name: 'Web shop' })
      .expect(200);
    await post(`/dashboard/keys/${keyId}/revoke`, session).expect(204);
  });

  it('takes the password in the request itself for its change and for deleting the account', async () => {
    const account = await createAccount(running);
    running.clock.advanceMs(tenMinutesMs);
    const next = 'four other words entirely';
    const changed = await request(running.url)
      .put('/dashboard/password')
      .set(account.session)
      .send({ current_password: password, new_password: next })
      .expect(200);
    running.clock.advanceMs(tenMinutesMs);
    const session = { ...account.session, cookie: cookieOf(changed.headers['set-cookie']) };
    const body = { organization_name: 'Example Ltd', password: next };
    await post('/dashboard/account/delete', session, body).expect(204);
  });

  describe('the password given again', () => {
    it('gives the browser a new token, ends the old one and leaves other browsers alone', async () => {
      const account = await createAccount(running);
      const other = await logIn(running, { email: account.email, password }).expect(200);
      const session = await reauthenticated(running, account);
      expect(session.cookie).not.toBe(account.cookie);
      const sessionOf = (cookie: string) =>
        request(running.url).get('/dashboard/session').set('cookie', cookie);
      await sessionOf(session.cookie!).expect(200);
      await sessionOf(cookieOf(other.headers['set-cookie'])).expect(200);
      expectProblem(await sessionOf(account.cookie), 401, 'not_signed_in');
    });

    it('must be right, and a wrong one changes nothing', async () => {
      const { session } = await createAccount(running);
      running.clock.advanceMs(tenMinutesMs);
      const answer = await post('/dashboard/reauthenticate', session, { password: 'a wrong one' });
      expectProblem(answer, 422, 'wrong_password');
      expect(faultsOf(answer)).toEqual(['/password wrong_password']);
      expect(answer.headers['set-cookie']).toBeUndefined();
      const key = await post('/dashboard/keys', session, { name: 'Shop' });
      expectProblem(key, 403, 'reauthentication_required');
    });

    it('is asked of the dashboard only, with a session', async () => {
      const { cookie, bearer } = await createAccount(running);
      const anonymous = await post('/dashboard/reauthenticate', {
        'sec-fetch-site': 'same-origin',
      });
      expectProblem(anonymous, 401, 'not_signed_in');
      expectProblem(
        await post('/dashboard/reauthenticate', { cookie, 'sec-fetch-site': 'cross-site' }),
        403,
        'cross_site_request',
      );
      const withKey = { ...bearer, 'sec-fetch-site': 'same-origin' };
      expectProblem(await post('/dashboard/reauthenticate', withKey), 401, 'not_signed_in');
    });
  });
});
