import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from './support/app.js';
import { download } from './support/downloads.js';
import {
  cookieOf,
  createAccount,
  createInvoice,
  createKey,
  password,
} from './support/factories.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { logIn, reauthenticated } from './support/sign-in.js';
import { rowsOf } from './support/tables.js';

interface Line {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly actor: { type: string; id: string | null };
  readonly target_id: string | null;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly details: Record<string, unknown>;
}

type Session = Record<string, string>;

describe('the audit log', () => {
  let running: RunningApp;
  let mail: MailServer;
  beforeAll(async () => {
    mail = await startMailServer();
    running = await startApp({
      SMTP_URL: mail.url,
      TRUST_PROXY: '1',
      RATE_LIMIT_PER_MINUTE: '600',
    });
  });
  afterAll(async () => {
    await running.close();
    await mail.close();
  });

  /** Each event gets a millisecond of its own, so that their order is certain. */
  async function newAccount() {
    const account = await createAccount(running);
    running.clock.advanceMs(1);
    return account;
  }
  const send = (method: 'post' | 'put' | 'patch' | 'delete', path: string, session: Session) => {
    running.clock.advanceMs(1);
    return request(running.url)[method](path).set(session);
  };
  const page = (session: Session, query = '') =>
    request(running.url).get(`/dashboard/audit-log${query}`).set(session);

  async function linesOf(session: Session): Promise<Line[]> {
    const answer = await page(session, '?limit=100').expect(200);
    return answer.body.data as Line[];
  }
  const kinds = async (session: Session) => (await linesOf(session)).map(({ kind }) => kind);

  it('tells who did what, when, from where and with which client', async () => {
    const account = await newAccount();
    const session = {
      ...account.session,
      'x-forwarded-for': '203.0.113.9',
      'user-agent': 'Test/1',
    };
    const { id } = await createKey(running.url, session, { name: 'Web shop' });
    const [line] = await linesOf(session);
    const users = await rowsOf(running, 'users');
    const user = users.find(({ account_id: owner }) => owner === account.id);
    expect(line).toEqual({
      id: expect.stringMatching(/^aud_/),
      at: running.clock.now().toISOString(),
      kind: 'key_generated',
      actor: { type: 'user', id: user!.id },
      target_id: id,
      ip: '203.0.113.9',
      user_agent: 'Test/1',
      details: { name: 'Web shop' },
    });
  });

  it('has a line for everything that happens to keys', async () => {
    const { session, keyId, bearer } = await newAccount();
    await send('patch', `/dashboard/keys/${keyId}`, session).send({ name: 'Shop' }).expect(200);
    await send('patch', `/dashboard/keys/${keyId}`, session).send({ name: 'Shop' }).expect(200);
    await send('post', `/dashboard/keys/${keyId}/rotate`, session).send({ overlap: '1h' });
    await send('post', '/v1/api-key/revoke', bearer).expect(204);
    await send('post', `/dashboard/keys/${keyId}/revoke`, session).expect(204);
    await send('post', '/dashboard/keys/revoke-all', session).expect(200);
    const [all, revoked, rotated, renamed, ...others] = await linesOf(session);
    expect(all).toMatchObject({ kind: 'all_keys_revoked', details: { count: 1 } });
    expect(revoked).toMatchObject({
      kind: 'key_revoked',
      actor: { type: 'key', id: keyId },
      target_id: keyId,
      details: { name: 'Shop' },
    });
    expect(rotated).toMatchObject({ kind: 'key_rotated', details: { overlap: '1h' } });
    expect(renamed).toMatchObject({
      kind: 'key_renamed',
      details: { name: 'Shop', former_name: 'Test' },
    });
    expect(others.map(({ kind }) => kind).sort()).toEqual(['account_created', 'key_generated']);
  });

  it('tells that a note was changed, and not what it says', async () => {
    const { session, keyId } = await newAccount();
    const describeAs = (body: object) =>
      send('patch', `/dashboard/keys/${keyId}`, session).send(body).expect(200);
    await describeAs({ name: 'Test', note: 'the vault is called Sesame' });
    await describeAs({ name: 'Test', note: 'the vault is called Sesame' });
    await describeAs({ name: 'Shop' });
    await describeAs({ name: 'Cash desk', note: '' });
    const lines = (await linesOf(session)).filter(({ target_id: target }) => target === keyId);
    expect(lines.map(({ kind, details }) => [kind, details])).toEqual([
      ['key_note_changed', { name: 'Cash desk' }],
      ['key_renamed', { name: 'Cash desk', former_name: 'Shop' }],
      ['key_renamed', { name: 'Shop', former_name: 'Test' }],
      ['key_note_changed', { name: 'Test' }],
      ['key_generated', { name: 'Test' }],
    ]);
  });

  it('keeps the order of what happens within one millisecond', async () => {
    const { session, keyId } = await newAccount();
    const names = Array.from({ length: 40 }, (_, at) => `Name ${at}`);
    for (const name of names) {
      await request(running.url)
        .patch(`/dashboard/keys/${keyId}`)
        .set(session)
        .send({ name })
        .expect(200);
    }
    const renamed = (await linesOf(session)).filter(({ kind }) => kind === 'key_renamed');
    expect(renamed.map(({ details }) => details.name)).toEqual(names.reverse());
    expect(new Set(renamed.map(({ at }) => at)).size).toBe(1);
  });

  it('has a line for every log-in, failed log-in, log-out and ended session', async () => {
    const account = await newAccount();
    const { email } = account;
    await logIn(running, { email, password: 'a wrong one' }).expect(401);
    running.clock.advanceMs(1);
    const first = await logIn(running, { email, password }).expect(200);
    const cookie = cookieOf(first.headers['set-cookie']);
    await send('post', '/dashboard/logout', { ...account.session, cookie }).expect(204);
    await send('post', '/dashboard/logout', { ...account.session, cookie }).expect(204);
    running.clock.advanceMs(1);
    await logIn(running, { email, password }).expect(200);
    const sessions = await request(running.url).get('/dashboard/sessions').set(account.session);
    const other = (sessions.body.data as { id: string; current: boolean }[]).find(
      (s) => !s.current,
    );
    await send('post', `/dashboard/sessions/${other!.id}/end`, account.session).expect(204);
    running.clock.advanceMs(1);
    const session = await reauthenticated(running, account);
    await send('post', '/dashboard/reauthenticate', session).send({ password: 'wrong' });
    await send('post', '/dashboard/sessions/end-all', session).expect(204);
    running.clock.advanceMs(1);
    const again = await logIn(running, { email, password }).expect(200);
    const now = { ...account.session, cookie: cookieOf(again.headers['set-cookie']) };
    expect((await kinds(now)).slice(0, -2)).toEqual([
      'signed_in',
      'all_sessions_ended',
      'wrong_password',
      'reauthenticated',
      'session_ended',
      'signed_in',
      'signed_out',
      'signed_in',
      'sign_in_failed',
    ]);
  });

  it('says nothing of a log-in with an address that nobody has', async () => {
    const before = (await rowsOf(running, 'audit_log')).length;
    await logIn(running, { email: 'nobody@example.com', password }).expect(401);
    expect(await rowsOf(running, 'audit_log')).toHaveLength(before);
  });

  it('names the fields of the organization that changed, never what is in them', async () => {
    const { session } = await newAccount();
    const profile = {
      name: 'Example Ltd',
      address: { line1: '1 Example Street', country: 'GB' },
      payment: { iban: 'GB33BUKB20201555555555' },
    };
    await send('put', '/dashboard/organization', session).send(profile).expect(200);
    await send('put', '/dashboard/organization', session).send(profile).expect(200);
    await send('put', '/dashboard/organization', session)
      .send({ ...profile, phone: '+44 20 7946 0000' })
      .expect(200);
    const lines = await linesOf(session);
    expect(lines.slice(0, 2).map(({ kind, details }) => [kind, details])).toEqual([
      ['organization_changed', { fields: ['phone'] }],
      ['organization_changed', { fields: ['address', 'payment'] }],
    ]);
    expect(JSON.stringify(lines)).not.toContain('BUKB');
  });

  it('has a line for a new and a removed logo, an export and a mailed invoice', async () => {
    const account = await newAccount();
    const { session, bearer, keyId } = account;
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>';
    await send('put', '/dashboard/organization/logo', session)
      .attach('logo', Buffer.from(svg), 'logo.svg')
      .expect(204);
    await send('delete', '/dashboard/organization/logo', session).expect(204);
    await send('delete', '/dashboard/organization/logo', session).expect(204);
    running.clock.advanceMs(1);
    await request(running.url).get('/dashboard/account/export').set(session).expect(200);
    const invoice = await createInvoice(running.url, account);
    await send('post', `/v1/invoices/${invoice.id}/emails`, bearer).expect(202);
    const lines = await linesOf(session);
    expect(lines.slice(0, 4)).toMatchObject([
      {
        kind: 'invoice_mailed',
        actor: { type: 'key', id: keyId },
        target_id: invoice.id,
        details: { number: invoice.invoice_number, recipients: 1 },
      },
      { kind: 'account_exported' },
      { kind: 'logo_removed' },
      { kind: 'logo_changed' },
    ]);
    expect(lines).toHaveLength(6);
  });

  it('has a line for a changed password', async () => {
    const { session } = await newAccount();
    const answer = await send('put', '/dashboard/password', session)
      .send({ current_password: password, new_password: 'four other words entirely' })
      .expect(200);
    const cookie = cookieOf(answer.headers['set-cookie']);
    expect((await kinds({ ...session, cookie }))[0]).toBe('password_changed');
  });

  it('leaves out what did not happen', async () => {
    const { session, keyId } = await newAccount();
    const before = await kinds(session);
    await send('post', '/dashboard/keys', session).send({ name: '' }).expect(422);
    await send('post', `/dashboard/keys/${keyId}/rotate`, session).send({ overlap: 'no' });
    await send('post', '/dashboard/keys/key_0000000000000000000000/revoke', session).expect(404);
    await send('put', '/dashboard/organization', session).send({ name: 7 }).expect(422);
    expect(await kinds(session)).toEqual(before);
  });

  it('holds no secret: no key, no password, no token', async () => {
    const { session, cookie, key } = await newAccount();
    const stored = JSON.stringify(await rowsOf(running, 'audit_log'));
    for (const secret of [key, cookie.split('=')[1], password, 'finvo_sk_', '$argon2'])
      expect(stored).not.toContain(secret);
    expect(await linesOf(session)).toHaveLength(2);
  });

  it('is read in pages without gaps or repeats, and never shows another account', async () => {
    const { session, keyId } = await newAccount();
    const stranger = await newAccount();
    for (let at = 0; at < 5; at += 1)
      await send('patch', `/dashboard/keys/${keyId}`, session).send({ name: `Name ${at}` });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '?limit=3' : `?limit=3&cursor=${cursor}`;
      const { body } = await page(session, query).expect(200);
      seen.push(...(body.data as Line[]).map(({ id }) => id));
      expect(body.has_more).toBe(body.next_cursor !== null);
      cursor = body.next_cursor as string | null;
    }
    const all = await linesOf(session);
    expect(seen).toEqual(all.map(({ id }) => id));
    expect(all).toHaveLength(7);
    const others = new Set((await linesOf(stranger.session)).map(({ id }) => id));
    expect(seen.filter((id) => others.has(id))).toEqual([]);
  });

  it('refuses what is no cursor and no limit', async () => {
    const { session } = await newAccount();
    const answer = await page(session, '?limit=0&cursor=x&account_id=acc_1');
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer).sort()).toEqual([
      '/account_id unknown_field',
      '/cursor wrong_cursor',
      '/limit out_of_range',
    ]);
  });

  it('is exported as CSV, newest first, without formulas', async () => {
    const { session } = await newAccount();
    await createKey(running.url, { ...session, 'user-agent': '=HYPERLINK("x")' });
    const file = await download(running.url, { session }, 'audit-log/csv');
    expect(file.type).toBe('text/csv; charset=utf-8');
    expect(file.disposition).toBe('attachment; filename="audit-log-2026-01-19.csv"');
    const [head, first, ...rest] = file.bytes.toString().trimEnd().split('\r\n');
    expect(head).toBe(
      '\uFEFF"at","kind","actor_type","actor_id","target_id","ip","user_agent","details","id"',
    );
    expect(first).toContain('"key_generated","user"');
    expect(first).toContain(`"'=HYPERLINK(""x"")"`);
    expect(rest).toHaveLength(2);
  });

  it('cuts a long client name short', async () => {
    const { session } = await newAccount();
    await createKey(running.url, { ...session, 'user-agent': 'x'.repeat(5000) });
    const [line] = await linesOf(session);
    expect(line!.user_agent).toBe('x'.repeat(200));
  });

  it('goes with its account, and in no other way', async () => {
    const { id, session } = await newAccount();
    for (const method of ['put', 'patch', 'delete'] as const)
      expectProblem(await send(method, '/dashboard/audit-log', session), 405, 'method_not_allowed');
    await send('post', '/dashboard/account/delete', session)
      .send({ organization_name: 'Example Ltd', password })
      .expect(204);
    const rows = await rowsOf(running, 'audit_log');
    expect(rows.filter((row) => row.account_id === id)).toEqual([]);
  });

  it('stops nobody and loses nothing when many things happen at once', async () => {
    const { session } = await newAccount();
    const names = Array.from({ length: 20 }, (_, at) => `Key ${at}`);
    await Promise.all(names.map((name) => createKey(running.url, session, { name })));
    const told = (await linesOf(session)).flatMap(({ details }) => details.name ?? []);
    expect(told.sort()).toEqual([...names, 'Test'].sort());
  });
});
