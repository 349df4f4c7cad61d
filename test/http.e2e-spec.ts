import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, invoiceBody, type TestAccount } from './support/factories.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { type RawAnswer, rawHead, rawRequest } from './support/raw-http.js';

const mebibyte = 1_048_576;

describe('HTTP', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const send = (bytes: string | Buffer) => rawRequest(running.url, bytes);
  function expectRawProblem(answer: RawAnswer, status: number, code: string) {
    expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['x-request-id']).toBe(answer.json.request_id);
    expect(answer.json).toMatchObject({ status, type: `urn:finvo:problem:${code}` });
  }
  const preview = (body: string | Buffer, headers: Record<string, string> = {}) =>
    request(running.url)
      .post('/v1/invoices/preview')
      .set(account.bearer)
      .set({ 'content-type': 'application/json', ...headers })
      .serialize((content) => content as string)
      .send(body);

  describe('a frame that two readers could read in two ways is refused', () => {
    const post = (...lines: string[]) =>
      [`POST /v1/invoices HTTP/1.1`, 'Host: a', ...lines].join('\r\n');
    it.each([
      [
        'Content-Length and Transfer-Encoding',
        post('Content-Length: 5', 'Transfer-Encoding: chunked', '', '0', '', ''),
      ],
      ['two Content-Lengths', post('Content-Length: 5', 'Content-Length: 6', '', 'aaaaa')],
      ['a signed Content-Length', post('Content-Length: +5', '', 'aaaaa')],
      ['a Content-Length in hex', post('Content-Length: 0x5', '', 'aaaaa')],
      ['a folded header', post('X-A: b', ' c', 'Content-Length: 0', '', '')],
      ['a space before the colon', post('Content-Length : 0', '', '')],
      ['an unknown Transfer-Encoding', post('Transfer-Encoding: xchunked', '', '0', '', '')],
      ['chunked that is not last', post('Transfer-Encoding: chunked, gzip', '', '0', '', '')],
      ['a bare line feed', 'POST / HTTP/1.1\nHost: a\n\n'],
      [
        'a line feed in a chunk extension',
        post('Transfer-Encoding: chunked', '', '0;a\nb', '', ''),
      ],
      ['a NUL in a header', post('X-A: a\0b', '', '')],
      ['a version that does not exist', 'GET / HTTP/9.9\r\nHost: a\r\n\r\n'],
      ['no HTTP at all', 'hello\r\n\r\n'],
      ['TLS on a plain port', Buffer.from('160301020001000001fc0303', 'hex')],
    ])('%s', async (_, bytes) => {
      const answer = await send(bytes);
      expectRawProblem(answer, 400, 'malformed_request');
      expect(answer.headers.connection).toBe('close');
    });

    it.each([
      ['two Hosts', rawHead('GET /health/live HTTP/1.1', 'Host: evil.example')],
      ['an address with a broken escape', rawHead('GET /v1/invoices/%zz HTTP/1.1')],
      ['an address with half a character', rawHead('GET /v1/invoices/%c3 HTTP/1.1')],
    ])('%s', async (_, bytes) => {
      expectRawProblem(await send(bytes), 400, 'malformed_request');
    });

    it('no Host is refused, and an absolute address changes nothing', async () => {
      expect((await send('GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n')).status).toBe(
        400,
      );
      const answer = await send(rawHead('GET http://evil.example/health/live HTTP/1.1'));
      expect([200, 404]).toContain(answer.status);
    });
  });

  describe('what is too large', () => {
    it('a header of 20 KB is refused with 431', async () => {
      const answer = await send(rawHead('GET /health/live HTTP/1.1', `X-A: ${'a'.repeat(20_000)}`));
      expectRawProblem(answer, 431, 'malformed_request');
    });

    it('a body of 1 MiB is read, one byte more is refused with 413', async () => {
      const body = (bytes: number) => JSON.stringify({ x: 'a'.repeat(bytes - 8) });
      expect(body(mebibyte)).toHaveLength(mebibyte);
      expectProblem(await preview(body(mebibyte)), 422, 'validation_failed');
      expectProblem(await preview(body(mebibyte + 1)), 413, 'body_too_large');
    });

    it('a key with a name of ten megabytes is refused and not made', async () => {
      const keys = () => request(running.url).get('/dashboard/keys').set(account.session);
      const before: unknown = (await keys()).body;
      const body = JSON.stringify({ name: 'x'.repeat(10_000_000) });
      const answer = await send(
        rawHead(
          'POST /dashboard/keys HTTP/1.1',
          `Cookie: ${account.cookie}`,
          'Sec-Fetch-Site: same-origin',
          'Content-Type: application/json',
          `Content-Length: ${body.length}`,
        ) + body.slice(0, 100_000),
      );
      expectRawProblem(answer, 413, 'body_too_large');
      expect((await keys()).body).toEqual(before);
    });

    it('a body without a length is counted while it comes', async () => {
      const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`;
      const answer = await send(
        rawHead(
          'POST /v1/invoices HTTP/1.1',
          `Authorization: ${account.bearer.authorization}`,
          'Content-Type: application/json',
          'Transfer-Encoding: chunked',
        ) + `${chunk.repeat(17)}0\r\n\r\n`,
      );
      expectRawProblem(answer, 413, 'body_too_large');
    });

    it('a body that says it is huge is refused before it comes', async () => {
      const answer = await send(
        rawHead(
          'POST /v1/invoices HTTP/1.1',
          'Content-Type: application/json',
          'Content-Length: 99999999999',
        ),
      );
      expectRawProblem(answer, 413, 'body_too_large');
    });

    it.each([
      ['lists', '['.repeat(mebibyte), ''],
      ['lists that are closed', '['.repeat(500_000), ']'.repeat(500_000)],
      ['objects', '{"a":'.repeat(200_000), ''],
      ['lists in a field', `{"recipient":${'['.repeat(400_000)}`, `${']'.repeat(400_000)}}`],
      ['objects in a field', `{"metadata":${'{"a":'.repeat(100_000)}1`, '}'.repeat(100_001)],
      ['objects in a line', `{"line_items":[${'{"a":'.repeat(99)}1`, `${'}'.repeat(99)}]}`],
    ])('nesting without end is refused quickly: %s', async (_, opening, closing) => {
      const startedAt = performance.now();
      const answer = await preview(opening + closing);
      expectProblem(answer, 400, 'malformed_json');
      expect(performance.now() - startedAt).toBeLessThan(5_000);
    });

    it('brackets in texts are no nesting', async () => {
      const notes = '[{"\\'.repeat(500);
      await preview(JSON.stringify(invoiceBody({ notes }))).expect(200);
    });

    it('very many members are refused quickly, each of them', async () => {
      const names = Array.from({ length: 80_000 }, (_, index) => `"a${index}":1`).join();
      expectProblem(await preview(`{${names}}`), 422, 'validation_failed');
      await request(running.url).get('/health/live').expect(200);
    });
  });

  describe('a JSON body', () => {
    it.each([
      ['a missing brace', '{"recipient":'],
      ['a trailing comma', '{"a":1,}'],
      ['single quotes', "{'a':1}"],
      ['a comment', '{"a":1} // b'],
      ['two values', '{} {}'],
      ['NaN', '{"a":NaN}'],
      ['a line feed in a text', '{"a":"\n"}'],
      ['white space', '   '],
      ['a form', 'a=1'],
    ])('that is no JSON is malformed: %s', async (_, body) => {
      const answer = await preview(body);
      expectProblem(answer, 400, 'malformed_json');
      expect(answer.body.detail).toMatch(/^The body is not valid JSON: /);
    });

    it('is not shown in the answer when it is malformed', async () => {
      const answer = await preview('{"password":"hunter2" "x"');
      expectProblem(answer, 400, 'malformed_json');
      expect(answer.text).not.toContain('hunter2');
    });

    it.each([
      ['invalid UTF-8', Buffer.from('{"notes":"\xff\xfe"}', 'latin1')],
      ['Latin-1', Buffer.from('{"notes":"Gr\xfc\xdfe"}', 'latin1')],
      ['an encoded surrogate', Buffer.from('{"notes":"\xed\xa0\x80"}', 'latin1')],
      ['an overlong slash', Buffer.from('{"notes":"\xc0\xaf"}', 'latin1')],
      ['UTF-16', Buffer.from('\ufeff{"notes":"x"}', 'utf16le')],
    ])('in other bytes than UTF-8 is malformed: %s', async (_, bytes) => {
      expectProblem(await preview(bytes), 400, 'malformed_json');
    });

    it('may begin with a byte order mark', async () => {
      await preview(`\ufeff${JSON.stringify(invoiceBody())}`).expect(200);
    });

    it('with half a surrogate pair is well-formed, but no text', async () => {
      const body = JSON.stringify(invoiceBody()).replace(
        '{',
        '{"notes":"\\ud800","reference":"\\udc00x",',
      );
      const answer = await preview(body);
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual(['/notes not_text', '/reference not_text']);
    });

    it('with one name twice means the last one', async () => {
      const body = JSON.stringify(invoiceBody()).replace(
        '{',
        '{"reference":"first","reference":"last",',
      );
      expect((await preview(body).expect(200)).body.reference).toBe('last');
    });

    it.each([
      '{"__proto__":{"isAdmin":true}}',
      '{"recipient":{"name":"x","__proto__":{"isAdmin":true}}}',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      '{"metadata":{"__proto__":"x"}}',
      '{"metadata":{"\\u005f_proto__":"x"}}',
      '{"line_items":[{"constructor":{"prototype":{"isAdmin":true}}}]}',
    ])('cannot reach the prototype of anything: %s', async (body) => {
      const answer = await preview(body);
      expectProblem(answer, 400, 'malformed_json');
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    });

    it('cannot reach it by a cookie either', async () => {
      const cookie = '__proto__=isAdmin; constructor=x; toString=y';
      const answer = await request(running.url).get('/dashboard/session').set('cookie', cookie);
      expectProblem(answer, 401, 'not_signed_in');
      const signedIn = { cookie: `${cookie}; ${account.cookie}` };
      await request(running.url).get('/dashboard/session').set(signedIn).expect(200);
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    });

    it('cannot use the names of members that every object has', async () => {
      const body = { ...invoiceBody(), toString: 'x', hasOwnProperty: 1, valueOf: {} };
      const answer = await preview(JSON.stringify(body));
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer).sort()).toEqual([
        '/hasOwnProperty unknown_field',
        '/toString unknown_field',
        '/valueOf unknown_field',
      ]);
    });

    it.each([
      'text/plain',
      'text/json',
      'application/xml',
      'application/x-www-form-urlencoded',
      'application/octet-stream',
      'application/vnd.api+json',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      'application/json; charset=utf-7',
      'application/json; charset="iso-8859-1"',
      'json',
      '',
    ])('is not taken as %p', async (type) => {
      const answer = await preview(JSON.stringify(invoiceBody()), { 'content-type': type });
      expectProblem(answer, 415, 'unsupported_media_type');
    });

    it.each([
      'application/json',
      'application/json; charset=utf-8',
      'application/json;charset=UTF-8',
      'application/json; charset="utf-8"',
      'Application/JSON ; Charset=utf8',
    ])('is taken as %p', async (type) => {
      await preview(JSON.stringify(invoiceBody()), { 'content-type': type }).expect(200);
    });

    it.each(['gzip', 'deflate', 'br', 'gzip, identity', 'x'])(
      'is not unpacked: Content-Encoding: %s',
      async (encoding) => {
        const packed = gzipSync(JSON.stringify(invoiceBody({ notes: ' '.repeat(5000) })));
        const answer = await preview(packed, { 'content-encoding': encoding });
        expectProblem(answer, 415, 'unsupported_media_type');
      },
    );
  });

  it('an empty body with any Content-Type is fine where no body is asked for', async () => {
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'x/y',
    ]) {
      await request(running.url)
        .post('/dashboard/keys/revoke-all')
        .set(account.session)
        .set('content-type', type)
        .expect(200);
    }
    await request(running.url).post('/dashboard/logout').set(account.session).expect(204);
    account = await createAccount(running);
  });
});
