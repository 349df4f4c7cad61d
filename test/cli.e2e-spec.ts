import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { adminCommand } from '../src/admin-command.js';
import { type RunningApp, startApp } from './support/app.js';
import { cookieOf, invoiceBody, sameOrigin } from './support/factories.js';
import { turnOn } from './support/second-factor.js';
import { build } from './runner/build.js';
import { rowsOf } from './support/tables.js';

const email = 'owner@example.com';

describe('the admin command, on the database of a running server', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp({ SIGNUP: 'closed' });
  });
  afterAll(() => running.close());

  /** The command in a process of its own, as an administrator runs it. */
  function finvoProcess(...words: string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(build(), 'src/cli.js'), ...words],
      { env: { PATH: process.env.PATH, DATABASE_URL: running.database.url }, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  }

  /** The same without the process, which would take longer to start than the command to run. */
  async function finvoWith(environment: Record<string, string>, ...words: string[]) {
    const { succeeded, said } = await adminCommand(words, environment);
    return succeeded
      ? { status: 0, stdout: String(said), stderr: '' }
      : { status: 1, stdout: '', stderr: String(said) };
  }

  const finvo = (...words: string[]) => finvoWith({ DATABASE_URL: running.database.url }, ...words);

  const shown = (output: string, label: string) =>
    new RegExp(`^${label}\\s+(\\S+)$`, 'm').exec(output)?.[1] ?? '';

  const logIn = (password: string) =>
    request(running.url).post('/dashboard/login').set(sameOrigin).send({ email, password });

  it('makes an account although sign-up is closed, and shows a password that works', async () => {
    const { status, stdout } = finvoProcess('account:create', email, 'Example Ltd');
    expect(status).toBe(0);
    await logIn(shown(stdout, 'Password')).expect(200);
    expect((await finvo('account:create', email, 'Another')).stderr).toContain(
      'There is an account',
    );
  });

  it('resets a password: the new one works, the old one and its sessions do not', async () => {
    const first = shown((await finvo('user:reset-password', email)).stdout, 'New password');
    const session = await logIn(first).expect(200);
    const second = shown((await finvo('user:reset-password', email)).stdout, 'New password');
    await logIn(first).expect(401);
    await logIn(second).expect(200);
    await request(running.url)
      .get('/dashboard/session')
      .set('cookie', session.headers['set-cookie'] ?? '')
      .expect(401);
  });

  it('turns two-factor log-in off for who has lost the app and the recovery codes', async () => {
    const password = shown((await finvo('user:reset-password', email)).stdout, 'New password');
    const login = await logIn(password).expect(200);
    const session = { ...sameOrigin, cookie: cookieOf(login.headers['set-cookie']) };
    await turnOn(running, { session });
    await logIn(password).expect(401);
    expect((await finvo('user:disable-two-factor', email)).stdout).toContain('is off');
    await logIn(password).expect(200);
    expect((await finvo('user:disable-two-factor', email)).stdout).toContain('was not on');
    expect((await finvo('user:disable-two-factor', 'nobody@example.com')).status).toBe(1);
  });

  it('makes a key that issues an invoice, and revokes it by the key itself', async () => {
    const key = shown((await finvo('key:create', email, 'Production server')).stdout, 'API key');
    const generate = () =>
      request(running.url)
        .post('/generate')
        .set('authorization', `Bearer ${key}`)
        .send(invoiceBody());
    await generate().expect(201);
    expect((await finvo('key:revoke', key)).status).toBe(0);
    await generate().expect(401);
  });

  it('changes a mail address at once: its sessions end, and the new one signs in', async () => {
    const other = 'Boss@example.com';
    const secret = shown((await finvo('user:reset-password', email)).stdout, 'New password');
    const session = await logIn(secret).expect(200);
    expect((await finvo('user:change-email', email, 'boss')).stderr).toContain('/email');
    expect(shown((await finvo('user:change-email', email, other)).stdout, 'Sign in with')).toBe(
      'boss@example.com',
    );
    await logIn(secret).expect(401);
    await request(running.url)
      .get('/dashboard/session')
      .set('cookie', session.headers['set-cookie'] ?? '')
      .expect(401);
    expect((await finvo('user:change-email', other, email)).status).toBe(0);
    await logIn(secret).expect(200);
  });

  it('leaves its lines in the audit log, as nobody in the account', async () => {
    const lines = await rowsOf(running, 'audit_log');
    const byCommand = lines.filter(({ actor_type: type }) => type === 'command');
    expect(byCommand.map(({ kind }) => kind).sort()).toEqual([
      'account_created',
      'email_changed',
      'email_changed',
      'key_generated',
      'key_revoked',
      'password_changed',
      'password_changed',
      'password_changed',
      'password_changed',
      'two_factor_off',
    ]);
    for (const line of byCommand) expect([line.actor_id, line.ip]).toEqual([null, null]);
  });

  it('says how it is used, and what is wrong, with an exit code other than 0', async () => {
    const unknown = finvoProcess('key:make', email);
    expect({ status: unknown.status, usage: unknown.stderr }).toEqual({
      status: 1,
      usage: expect.stringContaining('key:create <e-mail> <name>'),
    });
    expect((await finvo('key:create', 'nobody@example.com', 'Key')).status).toBe(1);
    expect((await finvo('key:create', email, '')).stderr).toContain('/name');
    expect((await finvo('key:revoke', 'finvo_sk_nonsense')).stderr).toContain(
      'not a Finvo API key',
    );
  });

  it('tries the layouts of the operator, without a database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'finvo-layouts-'));
    writeFileSync(join(folder, 'letter.typ'), 'Hello\n#let sum = total + 1');
    writeFileSync(join(folder, 'note.typ'), 'A note');
    const database = 'mysql://127.0.0.1:1/none';
    const environment = { TEMPLATES_DIR: folder, DATABASE_URL: database };
    const { status, stderr } = await finvoWith(environment, 'templates:check', folder);
    expect(stderr).toContain('letter: letter.typ:2:12: unknown variable: total');
    expect(stderr).toContain(`note: ${join(folder, 'note.pdf')}`);
    expect(status).toBe(1);
    expect(readFileSync(join(folder, 'note.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    rmSync(folder, { recursive: true });
  });
});
