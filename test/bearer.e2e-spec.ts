import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { Database } from '../src/common/database/database.js';
import { KeyUsage } from '../src/keys/key-usage.js';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, createKey, type TestAccount } from './support/factories.js';
import { expectProblem } from './support/problem.js';
import { rawHead, rawRequest } from './support/raw-http.js';
import { statementsOf } from './support/statements.js';

const realm = 'Bearer realm="finvo"';
const invalid = (description: string) =>
  `${realm}, error="invalid_token", error_description="${description}"`;
const sendOnce = `${realm}, error="invalid_request", error_description="Send the key once, in the Authorization header"`;
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A key that has never been issued, with the right checksum. */
function strangeKey(random: string): string {
  let rest = crc32(`finvo_sk_${random}`);
  let sum = '';
  for (let place = 0; place < 6; place += 1) {
    sum = alphabet.charAt(rest % 62) + sum;
    rest = Math.floor(rest / 62);
  }
  return `finvo_sk_${random}${sum}`;
}

describe('the bearer door', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const get = (authorization?: string, path = '/v1/api-key') => {
    const sending = request(running.url).get(path);
    return authorization === undefined ? sending : sending.set('authorization', authorization);
  };

  function expectRefusal(answer: Response, status: number, code: string, challenge: string) {
    expectProblem(answer, status, code);
    expect(answer.headers['www-authenticate']).toBe(challenge);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers.vary).toBe('Authorization');
    expect(JSON.stringify(answer.body)).not.toContain(account.key.slice(9, 41));
  }

  it('opens for "Bearer" in any letters and with more than one space', async () => {
    for (const authorization of ['Bearer K', 'bearer K', 'BEARER  K', 'beaReR    K']) {
      const answer = await get(authorization.replace('K', account.key)).expect(200);
      expect(answer.body.id).toBe(account.keyId);
    }
  });

  it.each([
    ['nothing', undefined],
    ['another scheme', 'Basic Zm9vOmJhcg=='],
    ['a scheme of its own', 'ApiKey K'],
    ['the key alone', 'K'],
    ['a longer scheme', 'BearerX K'],
    ['an empty header', ''],
  ])('asks for a key, without naming an error, when it gets %s', async (_, authorization) => {
    const answer = await get(authorization?.replace('K', account.key));
    expectRefusal(answer, 401, 'credentials_missing', realm);
  });

  it.each([
    ['no key', 'Bearer'],
    ['spaces', 'Bearer    '],
    ['a short word', 'Bearer x'],
    ['two words', 'Bearer K K'],
    ['a comma behind the key', 'Bearer K,'],
    ['a second scheme', 'Bearer K, Bearer K'],
    ['a quoted key', 'Bearer "K"'],
    ['the key in capitals', 'Bearer UPPER'],
    ['a key that was cut off', 'Bearer SHORT'],
    ['a key with one character more', 'Bearer K0'],
    ['a line feed in escapes', 'Bearer K%0a'],
    ['a NUL in escapes', 'Bearer K%00'],
    ['a tab in place of the space', 'Bearer\tK'],
    ['Latin letters with accents', `Bearer finvo_sk_${'é'.repeat(38)}`],
    ['another prefix', 'Bearer OTHER'],
    ['a header of over 256 bytes', `Bearer ${' '.repeat(250)}K`],
    ['a session token', `Bearer finvo_sess_${'A'.repeat(43)}`],
    ['an object', 'Bearer [object Object]'],
    ['the hash of the key', 'Bearer HASH'],
    ['the id of the key', 'Bearer ID'],
  ])('calls malformed, without asking the database: %s', async (_, authorization) => {
    const { key, keyId } = account;
    const header = authorization
      .replaceAll('UPPER', key.toUpperCase())
      .replaceAll('SHORT', key.slice(0, -1))
      .replaceAll('OTHER', key.replace('finvo_sk_', 'finvo_pk_'))
      .replaceAll('HASH', createHash('sha256').update(key).digest('hex'))
      .replaceAll('ID', keyId)
      .replaceAll('K', key);
    const { answer, statements } = await statementsOf(running, () =>
      rawRequest(
        running.url,
        Buffer.from(rawHead('GET /v1/api-key HTTP/1.1', `Authorization: ${header}`), 'latin1'),
      ),
    );
    const isOtherScheme = header.startsWith('Bearer\t');
    expect(answer.status).toBe(401);
    expect(answer.json.code).toBe(isOtherScheme ? 'credentials_missing' : 'api_key_malformed');
    expect(answer.headers['www-authenticate']).toBe(
      isOtherScheme ? realm : invalid('The API key is malformed'),
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(statements).toEqual([]);
  });

  it('calls malformed every key with one character changed, without asking the database', async () => {
    const { key } = account;
    const { statements } = await statementsOf(running, async () => {
      for (let place = 9; place < key.length; place += 1) {
        const other = key[place] === '7' ? '8' : '7';
        const answer = await get(`Bearer ${key.slice(0, place)}${other}${key.slice(place + 1)}`);
        expectRefusal(answer, 401, 'api_key_malformed', invalid('The API key is malformed'));
      }
    });
    expect(statements).toEqual([]);
  });

  it('does not know a well-formed key of somewhere else', async () => {
    const answer = await get(`Bearer ${strangeKey('A'.repeat(32))}`);
    expectRefusal(answer, 401, 'api_key_unknown', invalid('The API key is not recognised'));
  });

  it('does not take a key that differs from one of its own in letters only', async () => {
    const random = account.key.slice(9, 41);
    const swapped = random.replace(/[a-zA-Z]/, (letter) =>
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    );
    expectProblem(await get(`Bearer ${strangeKey(swapped)}`), 401, 'api_key_unknown');
  });

  it('says of a revoked key that and when it was revoked', async () => {
    const { id, key } = await createKey(running.url, account.session);
    await request(running.url)
      .post(`/dashboard/keys/${id}/revoke`)
      .set(account.session)
      .expect(204);
    const answer = await get(`Bearer ${key}`);
    expectRefusal(answer, 401, 'api_key_revoked', invalid('The API key was revoked'));
    expect(answer.body.revoked_at).toBe(running.clock.nowText());
    expect(answer.body.detail).toContain(`finvo_sk_${key.slice(9, 13)}…${key.slice(-4)}`);
    expect(JSON.stringify(answer.body)).not.toContain(key.slice(9, 41));
  });

  it('says of an expired key that and when it expired', async () => {
    const { key } = await createKey(running.url, account.session, {
      name: 'Short',
      expires_in_days: 1,
    });
    running.clock.advanceMs(86_400_000);
    const answer = await get(`Bearer ${key}`);
    expectRefusal(answer, 401, 'api_key_expired', invalid('The API key has expired'));
    expect(answer.body.expired_at).toBe(running.clock.nowText());
    running.clock.advanceMs(-86_400_000);
  });

  describe('tells by its work no more of a key than by its answer', () => {
    it('with one and the same look-up for a living, an unknown, a revoked and an expired key', async () => {
      const revoked = await createKey(running.url, account.session);
      await request(running.url)
        .post(`/dashboard/keys/${revoked.id}/revoke`)
        .set(account.session)
        .expect(204);
      const expired = await createKey(running.url, account.session, {
        name: 'Short',
        expires_at: new Date(running.clock.now().getTime() + 1).toISOString(),
      });
      running.clock.advanceMs(1);
      const strange = strangeKey('B'.repeat(32));
      const keys = [account.key, revoked.key, expired.key, strange];
      // The first use of each is written down beside the answer; from then on nothing is, for a minute.
      for (const key of keys) await get(`Bearer ${key}`);
      await running.app.get(KeyUsage).flush();
      const asked: (readonly string[])[] = [];
      for (const key of keys) {
        asked.push((await statementsOf(running, () => get(`Bearer ${key}`))).statements);
      }
      const [lookUp] = asked[0]!;
      expect(lookUp).toContain('WHERE k.key_hash = ?');
      expect(asked.slice(1)).toEqual([[lookUp], [lookUp], [lookUp]]);
    });

    it('and compares the whole hash again, whatever row a database may find for it', async () => {
      const { read } = running.app.get(Database);
      const select = read.select.bind(read);
      const hash = createHash('sha256').update(account.key).digest('hex');
      const last = hash.endsWith('0') ? '1' : '0';
      for (const found of [hash.slice(0, -1) + last, hash.toUpperCase(), hash.slice(1), '']) {
        read.select = async <Row>(...statement: Parameters<typeof select>) => {
          const rows = await select<Row>(...statement);
          return rows.map((row) => ({ ...row, key_hash: found }));
        };
        const answer = await get(`Bearer ${account.key}`);
        read.select = select;
        expectProblem(answer, 401, 'api_key_unknown');
      }
      await get(`Bearer ${account.key}`).expect(200);
    });
  });

  it.each([
    ['the key first', ['K', 'J']],
    ['the key last', ['J', 'K']],
    ['the key twice', ['K', 'K']],
    ['another scheme beside it', ['Basic', 'K']],
  ])('refuses two Authorization headers: %s', async (_, order) => {
    const value = { K: `Bearer ${account.key}`, J: 'Bearer junk', Basic: 'Basic Zm9v' };
    const answer = await rawRequest(
      running.url,
      rawHead(
        'GET /v1/api-key HTTP/1.1',
        ...order.map((name) => `Authorization: ${value[name as keyof typeof value]}`),
      ),
    );
    expect(answer.status).toBe(400);
    expect(answer.json.code).toBe('credentials_ambiguous');
    expect(answer.headers['www-authenticate']).toBe(sendOnce);
    expect(answer.body).not.toContain(account.key);
  });

  describe('a key in the wrong place', () => {
    it.each(['access_token', 'api_key', 'apiKey', 'token', 'key', 'access_token[]', 'a.b'])(
      'of the URL is refused whatever else is sent: ?%s=',
      async (name) => {
        for (const authorization of [undefined, `Bearer ${account.key}`]) {
          const answer = await get(authorization, `/v1/api-key?${name}=${account.key}`);
          expectRefusal(answer, 400, 'credentials_in_url', sendOnce);
        }
      },
    );

    it('of the path is refused on routes, on nothing, and where no key is asked for', async () => {
      for (const path of [
        '/v1/invoices/K',
        '/nothing/K',
        '/K',
        '/health/live?key=K',
        '/docs?x=K',
      ]) {
        const answer = await get(undefined, path.replace('K', account.key));
        expectRefusal(answer, 400, 'credentials_in_url', sendOnce);
      }
    });

    it('of the URL is refused for every method', async () => {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const answer = await rawRequest(
          running.url,
          rawHead(`${method} /v1/api-key/revoke?key=${account.key} HTTP/1.1`, 'Content-Length: 0'),
        );
        expect([method, answer.status, answer.json.code]).toEqual([
          method,
          400,
          'credentials_in_url',
        ]);
      }
      await get(`Bearer ${account.key}`).expect(200);
    });

    it.each([
      ['X-Api-Key', (key: string) => ({ 'x-api-key': key })],
      ['a cookie', (key: string) => ({ cookie: `api_key=${key}; __Host-finvo_session=${key}` })],
      ['Proxy-Authorization', (key: string) => ({ 'proxy-authorization': `Bearer ${key}` })],
    ])('in %s is not looked at', async (_, headers) => {
      const answer = await request(running.url).get('/v1/api-key').set(headers(account.key));
      expectRefusal(answer, 401, 'credentials_missing', realm);
    });

    it.each([
      ['text', (key: string): unknown => key],
      ['a list', (key: string): unknown => [key]],
      ['an object', (): unknown => ({ $ne: 1 })],
    ])('in a body, as %s, is not looked at', async (_, value) => {
      const answer = await request(running.url)
        .post('/v1/invoices')
        .send({ access_token: value(account.key) });
      expectRefusal(answer, 401, 'credentials_missing', realm);
      for (const query of ['access_token[]=a', 'access_token=a&access_token=b']) {
        expectRefusal(
          await get(undefined, `/v1/api-key?${query}`),
          401,
          'credentials_missing',
          realm,
        );
      }
    });

    it('in a form is not looked at', async () => {
      const answer = await request(running.url)
        .post('/v1/api-key/revoke')
        .type('form')
        .send({ access_token: account.key });
      expectProblem(answer, 415, 'unsupported_media_type');
      await get(`Bearer ${account.key}`).expect(200);
    });
  });
});
