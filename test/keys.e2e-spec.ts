import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { dayMs } from '../src/common/time/durations.js';
import { KeyUsage } from '../src/keys/key-usage.js';
import { type RunningApp, startApp } from './support/app.js';
import { eventually } from './support/eventually.js';
import { createAccount, createKey, sameOrigin, type TestAccount } from './support/factories.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { databaseDump, rowsOf, suspendAccount } from './support/tables.js';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('API keys', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
  });
  beforeEach(async () => {
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const path = '/dashboard/keys';
  const list = async (of = account) =>
    (await request(running.url).get(path).set(of.session).expect(200)).body.data as Record<
      string,
      unknown
    >[];
  const post = (suffix: string, body?: object, of = account) =>
    request(running.url).post(`${path}${suffix}`).set(of.session).send(body);
  const use = (key: string) =>
    request(running.url).get('/v1/api-key').set('authorization', `Bearer ${key}`);

  describe('a new key', () => {
    it('is sent once, with all that is known of it', async () => {
      const answer = await post('', { name: 'Production', expires_in_days: 30 }).expect(201);
      expect(answer.headers['cache-control']).toBe('no-store');
      const { key, ...shown } = answer.body as { id: string; key: string };
      expect(shown).toEqual({
        id: expect.stringMatching(/^key_\w{22}$/),
        name: 'Production',
        note: null,
        obscured: `finvo_sk_${key.slice(9, 13)}…${key.slice(-4)}`,
        created_at: running.clock.nowText(),
        last_used_at: null,
        last_used_ip: null,
        last_used_user_agent: null,
        last_refused_at: null,
        last_refused_ip: null,
        last_refused_user_agent: null,
        expires_at: new Date(running.clock.now().getTime() + 30 * dayMs).toISOString(),
        revoked_at: null,
        replaced_by: null,
        status: 'active',
      });
      expect((await list()).find(({ id }) => id === shown.id)).toEqual(shown);
      expect(JSON.stringify(await list())).not.toContain(key.slice(9, 41));
    });

    it('has 47 characters, the last six of which are the CRC32 of the others', async () => {
      const seen = new Set<string>();
      for (let count = 0; count < 20; count += 1) {
        const { key } = await createKey(running.url, account.session);
        expect(key).toMatch(/^finvo_sk_[0-9A-Za-z]{38}$/);
        let sum = 0;
        for (const character of key.slice(-6)) sum = sum * 62 + alphabet.indexOf(character);
        expect(sum).toBe(crc32(key.slice(0, 41)));
        seen.add(key.slice(9, 41));
      }
      expect(seen.size).toBe(20);
    });

    it('is stored as its SHA-256 and nowhere as itself', async () => {
      const { id, key } = await createKey(running.url, account.session);
      const row = (await rowsOf(running, 'api_keys')).find((candidate) => candidate.id === id);
      expect(row!.key_hash).toBe(createHash('sha256').update(key).digest('hex'));
      expect(row!.account_id).toBe(account.id);
      const dump = await databaseDump(running);
      expect(dump).toContain(id);
      expect(dump).not.toContain(key.slice(9, 41));
    });

    it('is made anew by each request, as an answer with a key is never kept for replay', async () => {
      const keys = [];
      for (let count = 0; count < 2; count += 1) {
        const answer = await post('', { name: 'Same' }).set('idempotency-key', 'one').expect(201);
        expect(answer.headers['idempotent-replayed']).toBeUndefined();
        keys.push(answer.body.key as string);
      }
      expect(keys[0]).not.toBe(keys[1]);
      expect(await rowsOf(running, 'idempotency_keys')).toEqual([]);
    });

    it.each([
      ['an owner', { account_id: 'acc_0' }],
      ['an owner in other letters', { accountId: 'acc_0', userId: 'usr_0' }],
      ['a hash', { key_hash: 'a'.repeat(64) }],
      ['a state', { revoked_at: null }],
      ['a key', { key: `finvo_sk_${'a'.repeat(38)}` }],
      ['a scope', { scopes: ['*'] }],
    ])('cannot be given %s', async (_, fields) => {
      const before = (await list()).length;
      const answer = await post('', { name: 'Mine', ...fields });
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual(Object.keys(fields).map((name) => `/${name} unknown_field`));
      expect(await list()).toHaveLength(before);
    });

    it.each([[0], [-1], [1.5], [3651], ['30'], [true]])(
      'cannot expire after %p days',
      async (days) => {
        const answer = await post('', { name: 'Mine', expires_in_days: days });
        expectProblem(answer, 422, 'validation_failed');
        expect(faultsOf(answer)[0]).toMatch(/^\/expires_in_days /);
      },
    );
  });

  it('may expire at a moment instead of after days, within ten years', async () => {
    const at = '2026-04-01T21:59:59.999Z';
    const { body } = await post('', { name: 'Until April', expires_at: at }).expect(201);
    expect(body.expires_at).toBe(at);
    for (const [moment, code] of [
      ['2026-02-30T10:00:00Z', 'wrong_format'],
      ['2026-13-01T10:00:00Z', 'wrong_format'],
      ['2026-04-01', 'wrong_format'],
      ['2026-04-01T10:00:00+02:00', 'wrong_format'],
      [running.clock.nowText(), 'out_of_range'],
      ['2037-01-01T00:00:00Z', 'out_of_range'],
      [1_800_000_000, 'wrong_type'],
    ]) {
      const answer = await post('', { name: 'Mine', expires_at: moment });
      expectProblem(answer, 422, 'validation_failed');
      expect([moment, ...faultsOf(answer)]).toEqual([moment, `/expires_at ${code}`]);
    }
    const both = await post('', { name: 'Mine', expires_at: at, expires_in_days: 1 });
    expect(faultsOf(both)).toEqual(['/expires_at days_or_instant']);
  });

  describe('the note of a key', () => {
    const describeAs = (body: object) =>
      request(running.url)
        .patch(`${path}/${account.keyId}`)
        .set(account.session)
        .send({ name: 'Test', ...body });

    it('is text that may be left out, changed and taken away, and a successor inherits it', async () => {
      const { body } = await post('', { name: 'Shop', note: ' Vault: shop/e\u0301 ' }).expect(201);
      expect(body.note).toBe('Vault: shop/é');
      expect((await post('', { name: 'Shop', note: '  ' }).expect(201)).body.note).toBeNull();
      expect((await describeAs({ note: 'x'.repeat(200) })).body.note).toBe('x'.repeat(200));
      expect((await describeAs({})).body.note).toBe('x'.repeat(200));
      expect((await describeAs({ note: '' })).body.note).toBeNull();
      const rotated = await post(`/${body.id as string}/rotate`, { overlap: '0' }).expect(201);
      expect(rotated.body.note).toBe('Vault: shop/é');
    });

    it.each([
      ['x'.repeat(201), 'too_long'],
      ['a\nb', 'control_character'],
      [5, 'wrong_type'],
    ])('is refused: %.20p', async (note, code) => {
      for (const answer of [await post('', { name: 'Mine', note }), await describeAs({ note })]) {
        expectProblem(answer, 422, 'validation_failed');
        expect(faultsOf(answer)).toEqual([`/note ${code}`]);
      }
    });
  });

  describe('the name of a key', () => {
    it.each([
      ['x', 'x'],
      ['  Till 3\u00a0 ', 'Till 3'],
      ['e\u0301', 'é'],
      ['🦉'.repeat(60), '🦉'.repeat(60)],
      ['<script>alert(1)</script>', '<script>alert(1)</script>'],
      ['=HYPERLINK("http://x")', '=HYPERLINK("http://x")'],
      ["'; DROP TABLE api_keys; --", "'; DROP TABLE api_keys; --"],
    ])('is text and shown as such: %s', async (name, shown) => {
      const { id } = await createKey(running.url, account.session, { name });
      expect((await list()).find((key) => key.id === id)!.name).toBe(shown);
      await request(running.url)
        .patch(`${path}/${account.keyId}`)
        .set(account.session)
        .send({ name })
        .expect(200);
      expect((await list()).find((key) => key.id === account.keyId)!.name).toBe(shown);
    });

    it.each([
      [undefined, 'required'],
      ['', 'required'],
      ['   ', 'required'],
      ['x'.repeat(61), 'too_long'],
      ['x'.repeat(1_000_000), 'too_long'],
      ['a\0b', 'control_character'],
      ['a\nb', 'control_character'],
      ['\u202egnp', 'control_character'],
      ['\u2066x\u2069', 'control_character'],
      ['\ud83e', 'not_text'],
      [5, 'wrong_type'],
      [['x'], 'wrong_type'],
    ])('is refused: %.20p', async (name, code) => {
      const before = await list();
      const created = await post('', { name });
      const renamed = await request(running.url)
        .patch(`${path}/${account.keyId}`)
        .set(account.session)
        .send({ name });
      for (const answer of [created, renamed]) {
        expectProblem(answer, 422, 'validation_failed');
        expect(faultsOf(answer)).toEqual([`/name ${code}`]);
      }
      expect(await list()).toEqual(before);
    });
  });

  it('are listed newest first, each account its own', async () => {
    const ids = [account.keyId];
    for (const name of ['b', 'c']) {
      running.clock.advanceMs(1);
      ids.unshift((await createKey(running.url, account.session, { name })).id);
    }
    expect((await list()).map(({ id }) => id)).toEqual(ids);
    const other = await createAccount(running);
    expect((await list(other)).map(({ id }) => id)).toEqual([other.keyId]);
  });

  it('are at most 25 that are active, also when many are asked for at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => post('', { name: 'One of many' })),
    );
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(6);
    for (const answer of refused) expectProblem(answer, 409, 'too_many_api_keys');
    expect(await list()).toHaveLength(25);
    await post(`/${account.keyId}/revoke`).expect(204);
    await post('', { name: 'In its place' }).expect(201);
    expectProblem(await post('', { name: 'One more' }), 409, 'too_many_api_keys');
  });

  it('that have expired leave room for new ones', async () => {
    for (let count = 0; count < 24; count += 1) {
      await createKey(running.url, account.session, { name: 'Short', expires_in_days: 1 });
    }
    expectProblem(await post('', { name: 'One more' }), 409, 'too_many_api_keys');
    running.clock.advanceMs(dayMs);
    await renewSession();
    await post('', { name: 'One more' }).expect(201);
  });

  it('expire on the millisecond and not at midnight', async () => {
    running.clock.set(running.clock.nowText().replace(/T.*/, 'T22:59:58.765Z'));
    await renewSession();
    const { key, id } = await createKey(running.url, account.session, {
      name: 'One day',
      expires_in_days: 1,
    });
    const expiresAt = new Date(running.clock.now().getTime() + dayMs).toISOString();
    running.clock.advanceMs(dayMs - 1);
    await use(key).expect(200);
    running.clock.advanceMs(1);
    const answer = await use(key);
    expectProblem(answer, 401, 'api_key_expired');
    expect(answer.body.expired_at).toBe(expiresAt);
    expect(answer.body).not.toHaveProperty('replaced');
    await renewSession();
    expect((await list()).find((key) => key.id === id)!.status).toBe('expired');
  });

  it('that expire in a second work until then and never again, asked every 50 ms', async () => {
    const endsAtMs = running.clock.now().getTime() + 1_000;
    const expires_at = new Date(endsAtMs).toISOString();
    const { key } = await createKey(running.url, account.session, { name: 'A second', expires_at });
    const seen: [leftMs: number, status: number][] = [];
    for (let leftMs = 1_000; leftMs > -500; leftMs -= 50) {
      seen.push([leftMs, (await use(key)).status]);
      running.clock.advanceMs(50);
    }
    expect(seen).toEqual(seen.map(([leftMs]) => [leftMs, leftMs > 0 ? 200 : 401]));
  });

  describe('the last use of a key', () => {
    const lastUse = async () => {
      const { last_used_at: at, last_used_ip: ip } = (await list()).find(
        (key) => key.id === account.keyId,
      )!;
      return { at, ip };
    };

    it('is written down at once the first time, and once a minute from then on', async () => {
      expect(await lastUse()).toEqual({ at: null, ip: null });
      const first = running.clock.nowText();
      await use(account.key).set('user-agent', 'x'.repeat(500)).expect(200);
      await eventually(async () => (await lastUse()).at !== null);
      expect(await lastUse()).toEqual({ at: first, ip: '127.0.0.1' });
      running.clock.advanceMs(5_000);
      await use(account.key).expect(200);
      expect((await lastUse()).at).toBe(first);
      await flushUses(running);
      expect((await lastUse()).at).toBe(running.clock.nowText());
      const [row] = (await rowsOf(running, 'api_keys')).filter(({ id }) => id === account.keyId);
      expect(row!.last_used_user_agent).toBeNull();
    });

    it('is not that of a request that was refused', async () => {
      await post(`/${account.keyId}/revoke`).expect(204);
      expectProblem(await use(account.key), 401, 'api_key_revoked');
      await flushUses(running);
      expect(await lastUse()).toEqual({ at: null, ip: null });
    });

    it('of one process never replaces a later one of another', async () => {
      await use(account.key).expect(200);
      await eventually(async () => (await lastUse()).at !== null);
      const later = running.clock.nowText();
      running.clock.advanceMs(-60_000);
      await use(account.key).expect(200);
      await flushUses(running);
      expect((await lastUse()).at).toBe(later);
      running.clock.advanceMs(60_000);
    });
  });

  describe('the use of a key after its end', () => {
    const shown = async () => {
      const found = (await list()).find(({ id }) => id === account.keyId)!;
      return [found.last_refused_at, found.last_refused_ip, found.last_refused_user_agent];
    };
    const none = [null, null, null];

    it('is written down at once the first time, and once a minute from then on', async () => {
      await use(account.key).set('user-agent', 'shop/1').expect(200);
      await eventually(async () => (await list()).some((key) => key.last_used_at !== null));
      await post(`/${account.keyId}/revoke`).expect(204);
      expect(await shown()).toEqual(none);
      running.clock.advanceMs(1_000);
      const first = running.clock.nowText();
      await use(account.key).set('user-agent', 'shop/2').expect(401);
      await eventually(async () => (await shown())[0] !== null);
      expect(await shown()).toEqual([first, '127.0.0.1', 'shop/2']);
      running.clock.advanceMs(5_000);
      for (let count = 0; count < 20; count += 1) await use(account.key).expect(401);
      expect(await shown()).toEqual([first, '127.0.0.1', 'shop/2']);
      await flushUses(running);
      expect((await shown())[0]).toBe(running.clock.nowText());
      const used = (await list()).find(({ id }) => id === account.keyId)!;
      expect(used).toMatchObject({ last_used_ip: '127.0.0.1', last_used_user_agent: 'shop/1' });
      expect(String(used.last_used_at) < first).toBe(true);
    });

    it('is also that of one that has expired, but never that of a wrong one', async () => {
      await post(`/${account.keyId}/rotate`, { overlap: '0' }).expect(201);
      await use(account.key.slice(0, -1)).expect(401);
      await flushUses(running);
      expect(await shown()).toEqual(none);
      await use(account.key).set('user-agent', 'x'.repeat(500)).expect(401);
      await eventually(async () => (await shown())[0] !== null);
      expect((await shown())[2]).toBe('x'.repeat(120));
    });
  });

  it('tell about themselves and their account, and nothing of others', async () => {
    const answer = await use(account.key).expect(200);
    expect(answer.body).toMatchObject({ id: account.keyId, name: 'Test', status: 'active' });
    expect(answer.body).not.toHaveProperty('key');
    const { body } = await request(running.url).get('/v1/account').set(account.bearer).expect(200);
    expect(body).toMatchObject({ id: account.id, object: 'account' });
    expect(body.organization.name).toBe('Example Ltd');
  });

  it('of a suspended account are refused with 403', async () => {
    await suspendAccount(running, account.id);
    const answer = await use(account.key);
    expectProblem(answer, 403, 'account_suspended');
    expect(answer.headers['www-authenticate']).toBeUndefined();
  });

  /** Logs in again, for tests that outlive a session. */
  async function renewSession(): Promise<void> {
    const answer = await request(running.url)
      .post('/dashboard/login')
      .set(sameOrigin)
      .send({ email: account.email, password: account.password })
      .expect(200);
    const cookie = String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
    account = { ...account, cookie, session: { ...sameOrigin, cookie } };
  }
});

/** What the minute's timer does. */
async function flushUses({ app }: RunningApp): Promise<void> {
  await app.get(KeyUsage).flush();
}
