import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PasswordHashing } from '../src/accounts/password-hashing.js';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, sameOrigin, type TestAccount } from './support/factories.js';
import { parallel } from './support/invoices.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { type ServerProcess, startServerProcess } from './support/server-process.js';
import { logIn } from './support/sign-in.js';
import { statementsOf } from './support/statements.js';
import { createTestDatabase, type TestDatabase } from './support/test-database.js';

const wrong = 'not the right password';
const environment = { RATE_LIMIT_PER_MINUTE: '600', TRUST_PROXY: '1' };

describe('the work of a log-in', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp(environment);
  });
  afterAll(() => running.close());

  /** What one log-in asks of the database and of the password hash. */
  async function workOf(email: string, password: string, ip: string) {
    const hashing = running.app.get(PasswordHashing, { strict: false });
    const verify = hashing.verify.bind(hashing);
    let hashings = 0;
    hashing.verify = (...given) => {
      hashings += 1;
      return verify(...given);
    };
    try {
      const asked = await statementsOf(running, () => logIn(running, { email, password, ip }));
      return { ...asked, hashings };
    } finally {
      hashing.verify = verify;
    }
  }

  it('with a wrong password is the same for an address that somebody has and one that nobody has', async () => {
    const { email } = await createAccount(running);
    const known = await workOf(email, wrong, '203.0.113.21');
    const unknown = await workOf(`${randomUUID()}@example.com`, wrong, '203.0.113.22');
    expect([known.answer.status, unknown.answer.status]).toEqual([401, 401]);
    expect([known.hashings, unknown.hashings]).toEqual([1, 1]);
    // A person who exists is told of it in the audit log, within a transaction that both have.
    const told = known.statements.filter((sql) => /INSERT INTO .?audit_log/.test(sql));
    expect(told).toHaveLength(1);
    expect(unknown.statements).toEqual(known.statements.filter((sql) => !told.includes(sql)));
  });

  it('is none at all for a password of a megabyte', async () => {
    const { email } = await createAccount(running);
    const { answer, statements, hashings } = await workOf(
      email,
      'p'.repeat(1_000_000),
      '203.0.113.23',
    );
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual(['/password too_long']);
    expect([hashings, statements]).toEqual([0, []]);
  });
});

describe('two hundred log-ins at once', () => {
  let database: TestDatabase;
  let server: ServerProcess;
  let account: TestAccount;
  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startServerProcess(database, environment);
    account = await createAccount(server);
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  let flood = 0;
  const tryToLogIn = async (at: number) => {
    const answer = await fetch(`${server.url}/dashboard/login`, {
      method: 'POST',
      headers: {
        ...sameOrigin,
        'content-type': 'application/json',
        'x-forwarded-for': `198.51.${flood}.${at}`,
      },
      body: JSON.stringify({ email: `${randomUUID()}@example.com`, password: wrong }),
    });
    const { code } = (await answer.json()) as { code: string };
    return { code, retryAfterSeconds: Number(answer.headers.get('retry-after')) };
  };

  /** Lets them in and asks for other things meanwhile: how long those took, and the whole of it. */
  async function floodOnce() {
    flood += 1;
    const startMs = performance.now();
    const lasted = { ms: 0 };
    const logIns = parallel(200, tryToLogIn).then((answers) => {
      lasted.ms = performance.now() - startMs;
      return answers;
    });
    const tookMs: number[] = [];
    while (lasted.ms === 0) {
      for (const path of ['/v1/account', '/health/ready']) {
        const askedMs = performance.now();
        const answer = await fetch(server.url + path, { headers: account.bearer });
        await answer.arrayBuffer();
        expect([path, answer.status]).toEqual([path, 200]);
        tookMs.push(performance.now() - askedMs);
      }
    }
    const answers = await logIns;
    const medianMs = tookMs.sort((a, b) => a - b)[Math.floor(tookMs.length / 2)]!;
    return { answers, share: medianMs / lasted.ms };
  }

  it('are each answered with a no or a "come back later", and hold up nobody else', async () => {
    const shares: number[] = [];
    // Judged within one round, as a busy machine slows everything in it; the best of three counts.
    while (shares.length < 3 && Math.min(...shares) >= 0.25) {
      const { answers, share } = await floodOnce();
      shares.push(share);
      for (const { code, retryAfterSeconds } of answers) {
        expect(['wrong_credentials', 'busy']).toContain(code);
        if (code === 'busy') expect(retryAfterSeconds).toBeGreaterThan(0);
      }
    }
    expect(Math.min(...shares)).toBeLessThan(0.25);
  });
});
