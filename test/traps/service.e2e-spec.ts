import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Webhook } from 'standardwebhooks';
import { MailWorker } from '../../src/mail/mail-worker.js';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';
import { pausesMs } from '../../src/webhooks/outcome.js';
import { WebhookWorker } from '../../src/webhooks/webhook-worker.js';
import { type RunningApp, startApp, startAppOn } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { post, postForPdf } from '../support/invoices.js';
import { startMailServer } from '../support/mail-server.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { rowsOf, tables } from '../support/tables.js';
import { TestClock } from '../support/test-clock.js';
import { addWebhook, startReceiver } from '../support/webhook-receiver.js';

const line = (unit_price: unknown, changes: object = {}) => ({
  description: 'x',
  quantity: 1,
  unit_price,
  ...changes,
});
const svg = (inside: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}<path d="M1 1h7v7z"/></svg>`,
  );

/** What users of other invoice generators complain about most, and what Finvo guarantees instead. */
describe('the traps of others: the service', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    const environment = { WEBHOOKS_ALLOW_PRIVATE: 'on' };
    // The library that verifies webhooks looks at the real clock.
    running = await startApp(environment, new TestClock(new Date()));
  });
  beforeEach(async () => {
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const issue = (changes: Record<string, unknown> = {}) =>
    createInvoice(running.url, account, changes);
  const generate = async (changes: Record<string, unknown> = {}) => {
    const answer = await postForPdf(running.url, account, invoiceBody(changes));
    expect(answer.status).toBe(201);
    return answer;
  };

  describe('trap 9: mails sent many times, or dropped in silence', () => {
    it('two workers send each mail once, and a refused one is shown as failed and can be sent again', async () => {
      const server = await startMailServer({ refused: { 'no@example.com': 550 } });
      const mailing = { SMTP_URL: server.url, RENDER_THREADS: '1' };
      const apps = [
        await startAppOn(running.database, mailing, running.clock),
        await startAppOn(running.database, mailing, running.clock),
      ];
      const emails = () =>
        request(apps[0]!.url).get(`/v1/invoices/${id}/emails`).set(account.bearer).expect(200);
      const send = (to: string) =>
        request(apps[0]!.url)
          .post(`/v1/invoices/${id}/emails`)
          .set(account.bearer)
          .send({ to: [to] })
          .expect(202);
      const { id } = await issue();
      try {
        for (const to of ['a@example.com', 'b@example.com', 'no@example.com']) await send(to);
        for (const { app } of apps) app.get(MailWorker).wake();
        const states = async () =>
          ((await emails()).body.data as { status: string; error: string | null }[]).map(
            ({ status, error }) => [status, error !== null],
          );
        await eventually(async () => (await states()).every(([status]) => status !== 'queued'));
        expect((await states()).sort()).toEqual([
          ['failed', true],
          ['sent', false],
          ['sent', false],
        ]);
        expect(server.mails.map(({ envelopeTo }) => envelopeTo[0]).sort()).toEqual([
          'a@example.com',
          'b@example.com',
        ]);
        await send('b@example.com');
        expect(await server.mailsTo('b@example.com', 2)).toHaveLength(2);
      } finally {
        for (const one of apps) await one.close();
        await server.close();
      }
    });
  });

  describe('trap 10: webhooks that nobody can trust', () => {
    it('are signed, sent again after 503 and 404, and stay', async () => {
      const statuses = [503, 404, 204];
      const receiver = await startReceiver((response) =>
        response.writeHead(statuses[receiver.messages.length - 1] ?? 500).end(),
      );
      try {
        const { id, secret } = await addWebhook(running.url, account, { url: receiver.url });
        const invoice = await issue();
        const settled = (attempts: number) =>
          eventually(async () =>
            (await rowsOf(running, 'webhook_deliveries')).every(
              (row) => row.leased_until === null && Number(row.attempts) === attempts,
            ),
          );
        for (const [attempt, pauseMs] of pausesMs.slice(0, 2).entries()) {
          await settled(attempt + 1);
          // Each pause is up to a tenth longer.
          running.clock.advanceMs(1.1 * pauseMs);
          running.app.get(WebhookWorker).wake();
        }
        const messages = await receiver.received(3);
        await settled(3);
        const ids = new Set(messages.map(({ headers }) => headers['webhook-id']));
        expect(ids.size).toBe(1);
        const [{ body, headers }] = messages as [(typeof messages)[number]];
        expect(new Webhook(secret).verify(body, headers)).toMatchObject({
          data: { id: invoice.id },
        });
        expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
        const list = await request(running.url).get('/dashboard/webhooks').set(account.session);
        expect(list.body.data).toEqual([expect.objectContaining({ id, enabled: true })]);
      } finally {
        await receiver.close();
      }
    });
  });

  describe('trap 11: the client must do the maths', () => {
    it('a name and a line are enough; a total of the client is checked and never taken', async () => {
      const least = { recipient: { name: 'A' }, line_items: [line('12.50', { quantity: 3 })] };
      const answer = await post(running.url, account, least);
      expect([answer.status, answer.body.total]).toEqual([201, '37.50']);
      const wrong = await post(running.url, account, { ...least, expected_total: '37.49' });
      expect(faultsOf(wrong)).toEqual(['/expected_total total_mismatch']);
      const taken = await post(running.url, account, { ...least, total: '1.00' });
      expect(faultsOf(taken)).toEqual(['/total unknown_field']);
    });
  });

  describe('trap 12: the API answers with pages and redirects', () => {
    it.each([
      ['an unknown path', '/v1/nothing', {}, 404],
      ['no JSON', '/v1/invoices', { body: '{"recipient":' }, 400],
      [
        'another type',
        '/v1/invoices',
        { body: 'a=b', headers: { 'content-type': 'text/csv' } },
        415,
      ],
      ['too much', '/v1/invoices', { body: `"${'x'.repeat(1_100_000)}"` }, 413],
      ['no key', '/v1/invoices', { body: '{}', headers: { authorization: '' } }, 401],
    ])('%s is answered with a problem, not with a page', async (_, path, init, status) => {
      const { headers = {}, ...rest } = init as RequestInit;
      const answer = await fetch(running.url + path, {
        method: 'POST',
        redirect: 'manual',
        ...rest,
        headers: {
          'content-type': 'application/json',
          accept: 'text/html',
          ...account.bearer,
          ...(headers as object),
        },
      });
      const problem = (await answer.json()) as { status: number; request_id: string };
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect([answer.status, problem.status]).toEqual([status, status]);
      expect(problem.request_id).toBe(answer.headers.get('x-request-id'));
    });
  });

  describe('trap 13: texts and pictures that attack', () => {
    it('markup is printed as it was written, and a picture that refers to something is refused', async () => {
      const hostile = '<b>#strong[x]</b> $x$ #read("/etc/passwd") <img src="http://127.0.0.1/x">';
      const text = await textOf((await generate({ notes: hostile })).body);
      expect(text.replaceAll(/\s+/g, ' ')).toContain(hostile);
      for (const inside of [
        '<image href="file:///etc/passwd"/>',
        '<use href="http://127.0.0.1/a.svg#x"/>',
        '<script>fetch("/")</script>',
        '<style>@import url(http://127.0.0.1/a.css);</style>',
      ])
        expectProblem(await uploadLogo(svg(inside)), 422, 'logo_invalid');
    });
  });

  describe('trap 14: API keys in clear text', () => {
    it('a key that was used is nowhere in the database, nor its secret part alone', async () => {
      await issue();
      const secret = account.key.replace(/^finvo_sk_/, '');
      for (const table of tables) {
        const rows = await rowsOf(running, table);
        const values = rows.flatMap((row) => Object.values(row));
        const texts = values.map((value) =>
          Buffer.isBuffer(value) ? value.toString('latin1') : String(value),
        );
        expect([table, texts.filter((text) => text.includes(secret.slice(4, -4)))]).toEqual([
          table,
          [],
        ]);
      }
    });
  });

  describe('trap 15: limits that nobody was told of', () => {
    it('every answer says what is allowed and left, and a refusal when to come back', async () => {
      const limited = await startApp({ RATE_LIMIT_PER_MINUTE: '3' });
      try {
        const { bearer } = await createAccount(limited);
        const ask = (path: string) => request(limited.url).get(path).set(bearer);
        const answers = [
          await ask('/v1/account'),
          await ask('/v1/invoices/inv_none'),
          await request(limited.url).post('/v1/invoices').set(bearer).send({}),
          await ask('/v1/account'),
        ];
        expect(answers.map(({ status }) => status)).toEqual([200, 404, 422, 429]);
        for (const [at, { headers }] of answers.entries()) {
          expect(headers['ratelimit-policy']).toMatch(/;q=3;w=60\b/);
          expect(headers['ratelimit']).toMatch(new RegExp(`;r=${Math.max(0, 2 - at)};t=\\d+`));
        }
        expect(Number(answers[3]!.headers['retry-after'])).toBeGreaterThan(0);
      } finally {
        await limited.close();
      }
    });
  });

  function uploadLogo(logo: Buffer) {
    return request(running.url)
      .put('/dashboard/organization/logo')
      .set(account.session)
      .attach('logo', logo, 'logo');
  }
});
