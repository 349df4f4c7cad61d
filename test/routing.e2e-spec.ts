import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Database } from '../src/common/database/database.js';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, type TestAccount } from './support/factories.js';
import { capturedOutput } from './support/output.js';
import { expectProblem } from './support/problem.js';
import { rawHead, rawRequest } from './support/raw-http.js';
import { rowsOf } from './support/tables.js';

type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options';

describe('routing', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const ask = (method: Method, path: string) =>
    request(running.url)[method](path).set(account.bearer).set(account.session);
  const raw = (method: string, path: string) =>
    rawRequest(
      running.url,
      rawHead(
        `${method} ${path} HTTP/1.1`,
        `Authorization: ${account.bearer.authorization}`,
        'Content-Length: 0',
      ),
    );

  it.each([
    '/nothing',
    '/v1',
    '/v1/',
    '/v2/invoices',
    '/dashboard/nothing',
    '/admin',
    '/.env',
    '/.git/config',
    '/favicon.ico',
    '/index.html',
    '/v1/account/',
    '/v1/invoices/a/b/c',
    '/V1/account',
    '/v1/Account',
    '/GENERATE',
    '/v1/account.json',
    '/v1/account.',
    '/v1/account%20',
    '/v1/account%00',
    '/v1%2faccount',
    '/v1/account;x=1',
    '/docs/../v1',
  ])('answers 404 with a problem where nothing is: %s', async (path) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await raw(method, path);
      expect([method, answer.status, answer.json.code]).toEqual([method, 404, 'not_found']);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(answer.headers['x-request-id']).toBe(answer.json.request_id);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it.each([
    '//v1/account',
    '///v1/account',
    '/v1//account',
    '/./v1/account',
    '/v1/./account',
    '/v1/%2e/account',
    '/v1/%2e%2e/v1/account',
    '/nothing/../v1/account',
    '/nothing/%2e%2e/v1/account',
    '/v1/..%2fv1/account',
    '\\v1\\account',
    '/v1/account#x',
  ])('has one address for each thing, and never a way around its door: %s', async (path) => {
    const answer = await rawRequest(running.url, rawHead(`GET ${path} HTTP/1.1`));
    expect([400, 401, 404]).toContain(answer.status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).not.toContain(account.id);
  });

  it.each([
    ['GET', '/generate', 'POST'],
    ['DELETE', '/v1/invoices', 'GET, HEAD, POST'],
    ['PUT', '/v1/account', 'GET, HEAD'],
    ['POST', '/v1/account', 'GET, HEAD'],
    ['PUT', '/dashboard/keys/key_0', 'PATCH'],
    ['GET', '/dashboard/keys/key_0', 'PATCH'],
    ['DELETE', '/dashboard/keys/key_0', 'PATCH'],
    ['GET', '/dashboard/login', 'POST'],
    ['POST', '/dashboard/organization/logo', 'DELETE, GET, HEAD, PUT'],
    ['PATCH', '/', 'GET, HEAD'],
    ['DELETE', '/health/live', 'GET, HEAD'],
    ['OPTIONS', '/v1/invoices', 'GET, HEAD, POST'],
    ['OPTIONS', '/generate', 'POST'],
    ['TRACE', '/v1/account', 'GET, HEAD'],
    ['PROPFIND', '/v1/account', 'GET, HEAD'],
    ['GET', '/generate?x=1', 'POST'],
  ])('answers 405 with what is allowed: %s %s', async (method, path, allow) => {
    const answer = await raw(method, path);
    expect([answer.status, answer.json.code]).toEqual([405, 'method_not_allowed']);
    expect(answer.headers.allow).toBe(allow);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['x-request-id']).toBe(answer.json.request_id);
  });

  it('answers HEAD like GET, without the body, and only to those who may GET', async () => {
    for (const path of ['/v1/account', '/dashboard/keys', '/health/live', '/']) {
      const [head, get] = [await ask('head', path), await ask('get', path)];
      expect([path, head.status]).toEqual([path, 200]);
      expect(head.headers['content-type']).toBe(get.headers['content-type']);
      expect(head.text).toBeFalsy();
    }
    expect((await request(running.url).head('/v1/account')).status).toBe(401);
    expect((await request(running.url).head('/dashboard/keys')).status).toBe(401);
    expect((await ask('head', '/nothing')).status).toBe(404);
  });

  it('a method cannot be overridden by a header, a query or a form', async () => {
    const answer = await request(running.url)
      .post('/v1/account?_method=GET')
      .set(account.bearer)
      .set({ 'x-http-method-override': 'GET', 'x-method-override': 'GET' });
    expectProblem(answer, 405, 'method_not_allowed');
  });

  it('a GET with a body is answered as one without', async () => {
    const answer = await rawRequest(
      running.url,
      rawHead(
        'GET /v1/account HTTP/1.1',
        `Authorization: ${account.bearer.authorization}`,
        'Content-Type: application/json',
        'Content-Length: 7',
      ) + '{"a":1}',
    );
    expect(answer.status).toBe(200);
    expect(answer.json.id).toBe(account.id);
  });

  it('every answer has the headers that keep browsers from guessing, framing and telling', async () => {
    const answers = await Promise.all([
      ask('get', '/'),
      ask('get', '/docs'),
      ask('get', '/openapi.json'),
      ask('get', '/v1/account'),
      ask('get', '/nothing'),
      ask('delete', '/v1/account'),
      ask('post', '/v1/invoices').type('text/plain').send('x'),
      ask('post', '/v1/invoices').send({}),
      request(running.url).get('/dashboard/session'),
      ask('get', `/v1/invoices?key=${account.key}`),
    ]);
    for (const { headers, status } of answers) {
      expect(headers['x-request-id']).toMatch(/^req_\w{20}$/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('strict-transport-security');
      if (status >= 400) expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    }
  });

  it('on https browsers are told to stay there', async () => {
    const secure = await startApp({ BASE_URL: 'https://invoices.example.com' });
    try {
      const { headers } = await request(secure.url).get('/health/live');
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    } finally {
      await secure.close();
    }
  });

  it('an error of our own says nothing but where to find it in the log', async () => {
    const { read } = running.app.get(Database);
    const select = read.select.bind(read);
    read.select = () => Promise.reject(new Error('secret <b>detail</b> in /etc/passwd'));
    try {
      const { result: answer, output } = await capturedOutput(() => ask('get', '/v1/account'));
      expectProblem(answer, 500, 'internal_error');
      expect(answer.text).not.toMatch(/secret|passwd|<b>|at .*\.ts/);
      expect(output).toBe('');
    } finally {
      read.select = select;
    }
    await ask('get', '/v1/account').expect(200);
  });

  it('a request id that the caller sends is not taken over', async () => {
    for (const id of ['mine', 'x'.repeat(500), 'a"b<c>']) {
      const answer = await ask('get', '/nothing').set('x-request-id', id);
      expect(answer.headers['x-request-id']).toMatch(/^req_\w{20}$/);
    }
  });

  describe('the address of a client', () => {
    const spoofed = {
      'x-forwarded-for': '203.0.113.9, 198.51.100.7',
      'x-real-ip': '203.0.113.9',
      x_forwarded_for: '203.0.113.9',
      forwarded: 'for=203.0.113.9',
      'x-client-ip': '203.0.113.9',
      'cf-connecting-ip': '203.0.113.9',
      'true-client-ip': '203.0.113.9',
    };
    it.each([
      ['0', '127.0.0.1'],
      ['1', '198.51.100.7'],
      ['2', '203.0.113.9'],
      ['3', '203.0.113.9'],
    ])('is that before %s trusted proxies', async (hops, address) => {
      const behind = await startApp({ TRUST_PROXY: hops });
      try {
        const { session } = await createAccount(behind);
        const answer = await request(behind.url)
          .post('/dashboard/login')
          .set(session)
          .set(spoofed)
          .send({ email: await emailOf(behind), password: 'correct horse battery staple' });
        expect(answer.status).toBe(200);
        const sessions = await rowsOf(behind, 'sessions');
        expect(sessions.map(({ ip }) => ip)).toEqual([address]);
        const lines = await rowsOf(behind, 'audit_log');
        expect(lines.find(({ kind }) => kind === 'signed_in')!.ip).toBe(address);
      } finally {
        await behind.close();
      }
    });
  });
});

async function emailOf(running: RunningApp): Promise<string> {
  const [user] = await rowsOf(running, 'users');
  return String(user!.email);
}
