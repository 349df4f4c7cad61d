import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { type RunningApp, startApp } from './support/app.js';
import {
  cookieOf,
  createAccount,
  password,
  sameOrigin,
  type TestAccount,
} from './support/factories.js';
import { parallel } from './support/invoices.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { logIn } from './support/sign-in.js';
import { databaseDump, rowsOf } from './support/tables.js';

const baseUrl = 'https://invoices.example.com';
const minuteMs = 60_000;

const clientOf = (running: () => RunningApp) => ({
  change: (account: Pick<TestAccount, 'session'>, email: unknown) =>
    request(running().url).put('/dashboard/email').set(account.session).send({ email }),
  confirm: (body: object, headers: Record<string, string> = sameOrigin) =>
    request(running().url).post('/dashboard/email/confirm').set(headers).send(body),
  state: async ({ session }: Pick<TestAccount, 'session'>) =>
    (await request(running().url).get('/dashboard/email').set(session).expect(200)).body as object,
  session: (cookie: string) => request(running().url).get('/dashboard/session').set({ cookie }),
  lines: async ({ session }: Pick<TestAccount, 'session'>) => {
    const answer = await request(running().url).get('/dashboard/audit-log').set(session);
    return (answer.body.data as { kind: string; details: object; actor: object }[]).filter(
      ({ kind }) => kind === 'email_changed',
    );
  },
});

let addresses = 0;
const newAddress = () => `New-${(addresses += 1)}@example.org`;

describe('a change of the mail address', () => {
  let server: MailServer;
  let running: RunningApp;
  beforeAll(async () => {
    server = await startMailServer();
    running = await startApp({ SMTP_URL: server.url, BASE_URL: baseUrl });
  });
  afterAll(async () => {
    await running.close();
    await server.close();
  });
  const { change, confirm, state, session, lines } = clientOf(() => running);

  /** Asks for an address and answers the token of the newest mail to it. */
  async function mailedToken(account: TestAccount, email: string, nth = 1): Promise<string> {
    await change(account, email).expect(200);
    const mails = await server.mailsTo(email.toLowerCase(), nth);
    return /#token=(finvo_eml_[\w-]{43})\s/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '';
  }
  function expectSpent(answer: Response): void {
    expectProblem(answer, 422, 'email_token_invalid');
    expect(faultsOf(answer)).toEqual(['/token email_token_invalid']);
  }

  it('holds once the link to the new address was used: other sessions end, the old address hears of it', async () => {
    const account = await createAccount(running);
    const other = await logIn(running, { email: account.email, password }).expect(200);
    const email = newAddress();
    const token = await mailedToken(account, email);
    expect(await state(account)).toEqual({
      email: account.email,
      waiting_email: email.toLowerCase(),
      waiting_until: new Date(running.clock.now().getTime() + 30 * minuteMs).toISOString(),
    });
    await logIn(running, { email: account.email, password }).expect(200);
    await confirm({ token }, account.session).expect(204);
    expect(await state(account)).toEqual({
      email: email.toLowerCase(),
      waiting_email: null,
      waiting_until: null,
    });
    expectProblem(await session(cookieOf(other.headers['set-cookie'])), 401, 'not_signed_in');
    expectProblem(
      await logIn(running, { email: account.email, password }),
      401,
      'wrong_credentials',
    );
    await logIn(running, { email, password }).expect(200);
    const [notice] = await server.mailsTo(account.email);
    expect(notice!.subject).toBe('Your mail address was changed');
    expect(notice!.raw.toLowerCase()).not.toContain(email.toLowerCase());
    expect(await lines(account)).toMatchObject([
      { details: { email: email.toLowerCase(), former_email: account.email } },
    ]);
  });

  it('is confirmed without a session, too, and then ends all', async () => {
    const account = await createAccount(running);
    const answer = await confirm({ token: await mailedToken(account, newAddress()) }).expect(204);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expectProblem(await session(account.cookie), 401, 'not_signed_in');
  });

  it('has its link from BASE_URL, and its token nowhere but in the mail', async () => {
    const account = await createAccount(running);
    const email = newAddress();
    const token = await mailedToken(account, email);
    const [mail] = await server.mailsTo(email.toLowerCase());
    expect(mail!.text).toContain(`\n${baseUrl}/email-confirmation#token=${token}\n`);
    expect(await databaseDump(running)).not.toContain(token.slice(10));
    const rows = await rowsOf(running, 'email_changes');
    for (const { token_hash: hash } of rows) expectSpent(await confirm({ token: hash as string }));
  });

  it('happens once, for one of ten who use its token at once', async () => {
    const account = await createAccount(running);
    const token = await mailedToken(account, newAddress());
    const answers = await parallel(10, () => confirm({ token }, account.session));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 204)) expectSpent(answer);
    expect(await lines(account)).toHaveLength(1);
    expect(await server.mailsTo(account.email)).toHaveLength(1);
  });

  it('can be confirmed for 30 minutes', async () => {
    const [early, late] = [await createAccount(running), await createAccount(running)];
    const tokens = [await mailedToken(early, newAddress()), await mailedToken(late, newAddress())];
    running.clock.advanceMs(30 * minuteMs);
    expectSpent(await confirm({ token: tokens[0] }));
    expect(await state(early)).toMatchObject({ waiting_email: null });
    running.clock.advanceMs(-1);
    await confirm({ token: tokens[1] }).expect(204);
  });

  it('is replaced by the next one, whose link alone works', async () => {
    const account = await createAccount(running);
    const [first, second] = [newAddress(), newAddress()];
    const token = await mailedToken(account, first);
    const next = await mailedToken(account, second);
    expectSpent(await confirm({ token }));
    await confirm({ token: next }, account.session).expect(204);
    expectSpent(await confirm({ token }));
    expect(await state(account)).toMatchObject({ email: second.toLowerCase() });
  });

  it('is withdrawn by the present address, and by another password', async () => {
    const account = await createAccount(running);
    const token = await mailedToken(account, newAddress());
    await change(account, account.email.toUpperCase()).expect(200);
    expectSpent(await confirm({ token }));
    const other = await mailedToken(account, newAddress());
    await request(running.url)
      .put('/dashboard/password')
      .set(account.session)
      .send({ current_password: password, new_password: 'another horse another staple' })
      .expect(200);
    expectSpent(await confirm({ token: other }));
  });

  it('takes the links of a password reset from the old mailbox', async () => {
    const account = await createAccount(running);
    await request(running.url)
      .post('/dashboard/password-reset')
      .set(sameOrigin)
      .send({ email: account.email })
      .expect(202);
    const [mail] = await server.mailsTo(account.email);
    const reset = /#token=(finvo_rst_[\w-]{43})\s/.exec(mail?.text ?? '')?.[1];
    const token = await mailedToken(account, newAddress());
    await confirm({ token }).expect(204);
    const answer = await request(running.url)
      .post('/dashboard/password-reset/confirm')
      .set(sameOrigin)
      .send({ token: reset, password: 'another horse another staple' });
    expectProblem(answer, 422, 'reset_token_invalid');
  });

  it('gives an address to one of two accounts that confirm it at once', async () => {
    const [one, two] = [await createAccount(running), await createAccount(running)];
    const email = newAddress();
    const tokens = [await mailedToken(one, email), await mailedToken(two, email, 2)];
    const answers = await parallel(2, (at) => confirm({ token: tokens[at] }));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    for (const answer of answers) {
      if (answer.status === 409) expectProblem(answer, 409, 'email_taken');
    }
    await logIn(running, { email, password }).expect(200);
  });

  it('needs an address that nobody has, in whatever letters', async () => {
    const [account, owner] = [await createAccount(running), await createAccount(running)];
    expectProblem(await change(account, owner.email.toUpperCase()), 409, 'email_taken');
    const answer = await change(account, 'nobody');
    expectProblem(answer, 422, 'validation_failed');
    expect(await state(account)).toMatchObject({ email: account.email, waiting_email: null });
  });

  it('leaves one change waiting, of many that one user asks for at once', async () => {
    const account = await createAccount(running);
    const emails = Array.from({ length: 5 }, newAddress);
    const answers = await parallel(5, (at) => change(account, emails[at]));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const rows = await rowsOf(running, 'email_changes');
    expect(rows.filter(({ account_id: owner }) => owner === account.id)).toHaveLength(1);
  });

  it('needs a fresh log-in', async () => {
    const account = await createAccount(running);
    running.clock.advanceMs(10 * minuteMs);
    expectProblem(await change(account, newAddress()), 403, 'reauthentication_required');
  });

  it('is taken from the pages of the dashboard only', async () => {
    const account = await createAccount(running);
    const answer = await change({ session: { cookie: account.cookie } }, newAddress());
    expectProblem(answer, 403, 'cross_site_request');
    expectProblem(await confirm({ token: 'x' }, {}), 403, 'cross_site_request');
  });

  it.each([['x'], [`finvo_eml_${'A'.repeat(43)}`], [`finvo_eml_${'%'.repeat(43)}`]])(
    'is not confirmed by %s',
    async (token) => {
      expectSpent(await confirm({ token }));
    },
  );
});

describe('a change of the mail address, ten times an hour', () => {
  it('is enough for a person, and says no more of who has an account', async () => {
    const running = await startApp({ RATE_LIMIT_PER_MINUTE: '600' });
    try {
      const { change } = clientOf(() => running);
      const [account, owner] = [await createAccount(running), await createAccount(running)];
      for (let at = 0; at < 10; at += 1) {
        expectProblem(await change(account, owner.email), 409, 'email_taken');
      }
      expectProblem(await change(account, owner.email), 429, 'too_many_attempts');
      expectProblem(await change(account, newAddress()), 429, 'too_many_attempts');
    } finally {
      await running.close();
    }
  });
});

describe('an installation without a mail server', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());
  const { change, state, session, lines } = clientOf(() => running);

  it('changes a mail address at once, and ends every other session', async () => {
    const account = await createAccount(running);
    const other = await logIn(running, { email: account.email, password }).expect(200);
    const email = newAddress();
    const { body } = await change(account, email).expect(200);
    expect(body).toEqual({ email: email.toLowerCase(), waiting_email: null, waiting_until: null });
    expect(await state(account)).toEqual(body);
    expectProblem(await session(cookieOf(other.headers['set-cookie'])), 401, 'not_signed_in');
    await logIn(running, { email, password }).expect(200);
    expect(await lines(account)).toHaveLength(1);
    expect(await rowsOf(running, 'outbox')).toEqual([]);
  });

  it('gives an address to one of many accounts that take it at once', async () => {
    const accounts = await Promise.all(Array.from({ length: 5 }, () => createAccount(running)));
    const email = newAddress();
    const answers = await parallel(5, (at) => change(accounts[at] as TestAccount, email));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  });
});
