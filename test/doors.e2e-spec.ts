import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, invoiceBody, password, type TestAccount } from './support/factories.js';
import { expectProblem } from './support/problem.js';
import { rawHead, rawRequest } from './support/raw-http.js';

const baseUrl = 'https://invoices.example.com';

describe('the two doors', () => {
  let running: RunningApp;
  let account: TestAccount;
  let routes: { method: 'get' | 'post' | 'put' | 'patch' | 'delete'; path: string }[];
  beforeAll(async () => {
    running = await startApp({ BASE_URL: baseUrl });
    account = await createAccount(running);
    const { body } = await request(running.url).get('/openapi.json').expect(200);
    routes = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) =>
          ({ path: path.replaceAll(/\{\w+\}/g, account.keyId), method }) as (typeof routes)[0],
      ),
    );
  });
  afterAll(() => running.close());

  const send = (method: 'options' | (typeof routes)[0]['method'], path: string) =>
    request(running.url)[method](path);
  const open =
    /^\/(health\/.*|docs|openapi\.json|shared\/.*|)$|^\/dashboard\/(signup|login|logout|configuration|email\/confirm|passkey-login(\/options)?|password-reset(\/confirm)?)$/;
  const behind = (door: RegExp) => routes.filter(({ path }) => door.test(path) && !open.test(path));

  it('lead to every route of the OpenAPI document that is not open', () => {
    const closed = [...behind(/^\/(v1\/|generate)/), ...behind(/^\/dashboard\//)];
    expect(closed).toHaveLength(routes.filter(({ path }) => !open.test(path)).length);
    expect(closed.length).toBeGreaterThan(15);
  });

  it('the API does not take a session, and asks for a key', async () => {
    for (const { method, path } of behind(/^\/(v1\/|generate)/)) {
      const answer = await send(method, path).set(account.session);
      expectProblem(answer, 401, 'credentials_missing');
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="finvo"');
    }
  });

  it('the dashboard does not take a key, whoever owns it, and asks for a session', async () => {
    for (const { method, path } of behind(/^\/dashboard\//)) {
      const answer = await send(method, path)
        .set(account.bearer)
        .set('sec-fetch-site', 'same-origin');
      expectProblem(answer, 401, 'not_signed_in');
      expect(answer.headers['www-authenticate']).toBe('Session realm="finvo"');
    }
    await request(running.url).get('/v1/api-key').set(account.bearer).expect(200);
  });

  it('one credential decides, even when both are sent', async () => {
    const other = await createAccount(running);
    const both = { ...account.bearer, cookie: other.cookie };
    const viaKey = await request(running.url).get('/v1/account').set(both).expect(200);
    expect(viaKey.body.id).toBe(account.id);
    const viaSession = await request(running.url).get('/dashboard/session').set(both).expect(200);
    expect(viaSession.body.account.id).toBe(other.id);
  });

  it('a key cannot list, make, rename, rotate or revoke keys anywhere', async () => {
    for (const [method, path] of [
      ['get', '/v1/keys'],
      ['post', '/v1/keys'],
      ['get', '/v1/api-keys'],
      ['delete', '/v1/api-key'],
      ['post', '/v1/api-key'],
      ['patch', '/v1/api-key'],
      ['post', '/v1/api-key/rotate'],
      ['post', '/v1/api-key/revoke-all'],
    ] as const) {
      const answer = await send(method, path).set(account.bearer).send({ name: 'More' });
      expect([404, 405]).toContain(answer.status);
    }
  });

  it('an account cannot touch the keys of another one', async () => {
    const other = await createAccount(running);
    const change = (method: 'post' | 'patch', suffix: string, body: object) =>
      send(method, `/dashboard/keys/${other.keyId}${suffix}`).set(account.session).send(body);
    expectProblem(await change('patch', '', { name: 'Mine now' }), 404, 'not_found');
    expectProblem(await change('post', '/rotate', { overlap: '0' }), 404, 'not_found');
    expectProblem(await change('post', '/revoke', {}), 404, 'not_found');
    const { body } = await request(running.url).get('/v1/api-key').set(other.bearer).expect(200);
    expect(body.name).toBe('Test');
  });

  describe('a page of another site', () => {
    const unsafe = () =>
      routes.filter(({ method, path }) => path.startsWith('/dashboard/') && method !== 'get');

    it.each([
      ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
      ['a page on a sibling host', { 'sec-fetch-site': 'same-site' }],
      ['an address typed in', { 'sec-fetch-site': 'none' }],
      ['an unknown Sec-Fetch-Site', { 'sec-fetch-site': 'Same-Origin' }],
      ['neither Sec-Fetch-Site nor Origin', {}],
      ['the origin of another site', { origin: 'https://evil.example' }],
      ['the origin of a sibling host', { origin: 'https://evil.invoices.example.com' }],
      ['the origin with another scheme', { origin: 'http://invoices.example.com' }],
      ['the origin with another port', { origin: `${baseUrl}:8443` }],
      ['an origin that begins like ours', { origin: `${baseUrl}.evil.example` }],
      ['the origin null', { origin: 'null' }],
      ['an empty origin', { origin: '' }],
      ['our origin from a cross-site fetch', { origin: baseUrl, 'sec-fetch-site': 'cross-site' }],
      ['our origin as Referer only', { referer: `${baseUrl}/settings` }],
      ['an origin that matches the Host', { origin: 'https://evil.example', host: 'evil.example' }],
    ])('changes nothing: %s', async (_, headers: Record<string, string>) => {
      for (const { method, path } of unsafe()) {
        const answer = await send(method, path).set('cookie', account.cookie).set(headers);
        expectProblem(answer, 403, 'cross_site_request');
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
      await request(running.url).get('/dashboard/session').set(account.session).expect(200);
      await request(running.url).get('/v1/api-key').set(account.bearer).expect(200);
    });

    it.each([
      ['a form', 'application/x-www-form-urlencoded', 'name=Evil'],
      ['text that is JSON', 'text/plain', '{"name":"Evil"}'],
      ['text with a charset', 'text/plain;charset=UTF-8', '{"name":"Evil"}'],
      ['a multipart form', 'multipart/form-data; boundary=x', '--x\r\n\r\n--x--\r\n'],
      ['JSON in a parameter', 'text/plain; x=application/json', '{"name":"Evil"}'],
      ['CSP reports', 'application/csp-report', '{"name":"Evil"}'],
    ])('sends %s, which is no JSON request', async (_, type, body) => {
      for (const site of ['cross-site', 'same-origin']) {
        const answer = await request(running.url)
          .post('/dashboard/keys')
          .set({ cookie: account.cookie, 'sec-fetch-site': site, 'content-type': type })
          .send(body);
        expectProblem(answer, 415, 'unsupported_media_type');
      }
    });

    it('reads nothing either, as no answer allows another origin', async () => {
      for (const path of ['/dashboard/session', '/v1/account', '/openapi.json', '/generate']) {
        for (const method of ['get', 'options'] as const) {
          const answer = await send(method, path)
            .set({ ...account.session, ...account.bearer, origin: 'https://evil.example' })
            .set('access-control-request-method', 'POST');
          const allowing = Object.keys(answer.headers).filter((name) =>
            name.startsWith('access-control-'),
          );
          expect(allowing).toEqual([]);
        }
      }
    });
  });

  it('an old browser without Sec-Fetch-Site is let in by the Origin of BASE_URL', async () => {
    const answer = await request(running.url)
      .post('/dashboard/invoices/preview')
      .set({ cookie: account.cookie, origin: baseUrl })
      .send(invoiceBody());
    expect(answer.status).toBe(200);
  });

  it('reading needs no Sec-Fetch-Site, so that links into the dashboard work', async () => {
    for (const site of ['cross-site', 'none', 'same-site']) {
      await request(running.url)
        .get('/dashboard/session')
        .set({ cookie: account.cookie, 'sec-fetch-site': site })
        .expect(200);
    }
  });

  it('no decision depends on the Host, not even with two of them', async () => {
    for (const line of ['Host: evil.example', 'X-Forwarded-Host: evil.example']) {
      const answer = await rawRequest(
        running.url,
        rawHead(
          'POST /dashboard/login HTTP/1.1',
          line,
          'Origin: https://evil.example',
          'Content-Type: application/json',
          'Content-Length: 2',
        ) + '{}',
      );
      expect([line, answer.status]).toEqual([line, line.startsWith('Host') ? 400 : 403]);
    }
  });

  it('signing up and in is for the pages of the dashboard as well (log-in CSRF)', async () => {
    for (const path of ['/dashboard/login', '/dashboard/signup']) {
      const answer = await request(running.url)
        .post(path)
        .set('sec-fetch-site', 'cross-site')
        .send({ email: account.email, password, organization_name: 'X' });
      expectProblem(answer, 403, 'cross_site_request');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });
});
