import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Database } from '../../src/common/database/database.js';
import { JsonLogger } from '../../src/common/logging/json-logger.js';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, type TestAccount } from '../support/factories.js';
import { capturedOutput } from '../support/output.js';
import { startServerProcess } from '../support/server-process.js';
import { createTestDatabase } from '../support/test-database.js';

type LogRecord = Record<string, unknown>;
const recordsOf = (output: string) =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogRecord);

describe('the log', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    await capturedOutput(async () => {
      running = await startApp({ LOG_LEVEL: 'log' });
      account = await createAccount(running);
    });
  });
  afterAll(() => running.close());

  const ask = (path: string) => request(running.url).get(path).set(account.bearer);

  it('has one record per answer: its route, not its address, and when, how and for whom', async () => {
    const { output, result } = await capturedOutput(async () => {
      const answer = await ask('/v1/invoices/inv_somebody?page=Mallory');
      return answer;
    });
    expect(recordsOf(output)).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        pid: process.pid,
        context: 'Request',
        request_id: result.headers['x-request-id'],
        method: 'GET',
        route: '/v1/invoices/:id',
        status: result.status,
        code: result.body.code,
        duration_ms: expect.any(Number),
        ip: expect.stringContaining('127.0.0.1'),
      },
    ]);
    expect(output).not.toMatch(/Mallory|inv_somebody/);
    expect(output).not.toContain(account.key);
  });

  it('has of an error its class, message, code, stack and cause, and nothing else that hangs on it', async () => {
    const { read } = running.app.get(Database);
    const select = read.select.bind(read);
    const cause = Object.assign(new Error('disk is on fire'), { password: 'hidden-1' });
    const error = Object.assign(new TypeError('no rows', { cause }), {
      code: 'ER_FIRE',
      parameters: ['hidden-2'],
    });
    read.select = () => Promise.reject(error);
    const { output, result } = await capturedOutput(async () => {
      const answer = await ask('/v1/account');
      return answer;
    }).finally(() => {
      read.select = select;
    });
    const told = recordsOf(output).find(({ context }) => context === 'Problem');
    expect(told).toMatchObject({
      level: 'error',
      message: 'no rows',
      request_id: result.headers['x-request-id'],
      error: {
        type: 'TypeError',
        message: 'no rows',
        code: 'ER_FIRE',
        stack: expect.stringContaining('logs.e2e-spec'),
        cause: { message: 'disk is on fire', stack: expect.stringContaining('at ') },
      },
    });
    expect(output).not.toContain('hidden-');
  });

  it.each([
    ['fatal', ['fatal']],
    ['error', ['fatal', 'error']],
    ['warn', ['fatal', 'error', 'warn']],
    ['log', ['fatal', 'error', 'warn', 'info']],
    ['debug', ['fatal', 'error', 'warn', 'info', 'debug']],
    ['verbose', ['fatal', 'error', 'warn', 'info', 'debug', 'trace']],
  ] as const)('at LOG_LEVEL=%s holds the levels %j', async (level, expected) => {
    const logger = new JsonLogger(level);
    const { output } = await capturedOutput(() => {
      for (const name of ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const) {
        logger[name]('said', 'Speaker');
      }
      return Promise.resolve();
    });
    expect(recordsOf(output).map((record) => record.level)).toEqual(expected);
    for (const record of recordsOf(output)) {
      expect(record).toMatchObject({ message: 'said', context: 'Speaker' });
    }
  });

  it('of a process that is killed in the middle of its work has every answer that was given', async () => {
    const database = await createTestDatabase();
    const server = await startServerProcess(database);
    const answered: string[] = [];
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (;;) {
          const answer = await fetch(`${server.url}/health/live`).catch(() => undefined);
          if (answer === undefined) return;
          answered.push(answer.headers.get('x-request-id') ?? '');
          if (answered.length === 200) await server.kill();
        }
      }),
    );
    const logged = new Set(
      recordsOf(server.output()).map(({ request_id: requestId }) => requestId),
    );
    // The record is written when the answer has been handed over, so each connection may lack its last one.
    expect(answered.filter((id) => !logged.has(id)).length).toBeLessThanOrEqual(4);
    expect(answered.length).toBeGreaterThanOrEqual(200);
    await database.drop();
  });
});
