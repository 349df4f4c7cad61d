import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createAccount, createKey, type TestAccount } from './support/factories.js';
import { expectProblem } from './support/problem.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';

describe('with two processes on one database', () => {
  let database: TestDatabase;
  let first: ServerProcess;
  let second: ServerProcess;
  let account: TestAccount;
  beforeAll(async () => {
    database = await createTestDatabase();
    const environment = { LOG_LEVEL: 'log' };
    [first, second] = await Promise.all([
      startServerProcess(database, environment),
      startServerProcess(database, environment),
    ]);
  }, 60_000);
  beforeEach(async () => {
    account = await createAccount(first);
  });
  afterAll(async () => {
    await Promise.all([first.stop(), second.stop()]);
    await database.drop();
  });

  const status = async ({ url }: ServerProcess, key: string) => {
    const answer = await fetch(`${url}/v1/api-key`, {
      headers: { authorization: `Bearer ${key}` },
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const send = async ({ url }: ServerProcess, path: string, body?: object) => {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { ...account.session, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as object) };
  };

  it('a key that is rotated many times at once gets one successor', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await createKey(first.url, account.session, { name: `Round ${round}` });
      const answers = await Promise.all(
        [first, second, first, second].map((server) =>
          send(server, `/dashboard/keys/${id}/rotate`, { overlap: '0' }),
        ),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
    }
    const { body } = await request(second.url)
      .get('/dashboard/keys')
      .set(account.session)
      .expect(200);
    expect(body.data).toHaveLength(1 + 2 * 10);
  });

  it('a key stays refused by a process that starts later', async () => {
    await send(first, `/dashboard/keys/${account.keyId}/revoke`);
    const third = await startServerProcess(database);
    try {
      const answer = await request(third.url).get('/v1/api-key').set(account.bearer);
      expectProblem(answer, 401, 'api_key_revoked');
    } finally {
      await third.stop();
    }
  });

  it('a key that revokes itself is refused by the other one', async () => {
    await request(first.url).post('/v1/api-key/revoke').set(account.bearer).expect(204);
    expectProblem(
      await request(second.url).get('/v1/api-key').set(account.bearer),
      401,
      'api_key_revoked',
    );
  });

  it('a session that has logged out of one is refused by the other one', async () => {
    await send(first, '/dashboard/logout');
    for (const { url } of [second, first]) {
      const answer = await request(url).get('/dashboard/session').set(account.session);
      expectProblem(answer, 401, 'not_signed_in');
    }
  });

  it('the last use of a key is written down when a process is stopped', async () => {
    const third = await startServerProcess(database);
    expect(await status(third, account.key)).toBe(200);
    await third.stop();
    const { body } = await request(first.url).get('/v1/api-key').set(account.bearer).expect(200);
    expect(body.last_used_ip).toBe('127.0.0.1');
  });
});
