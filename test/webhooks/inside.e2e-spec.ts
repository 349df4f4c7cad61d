import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Database } from '../../src/common/database/database.js';
import { loadConfig } from '../../src/config/config.js';
import { post } from '../../src/webhooks/post.js';
import { WebhookSender } from '../../src/webhooks/webhook-sender.js';
import { WebhookWorker } from '../../src/webhooks/webhook-worker.js';
import { type RunningApp, startApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { rowsOf } from '../support/tables.js';
import { addWebhook, startReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

const message = { id: 'msg_1', timestamp: 1, body: '{}' };

describe('an address inside, while the operator allows none', () => {
  let running: RunningApp;
  let account: TestAccount;
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    receiver = await startReceiver();
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(async () => {
    await running.close();
    await receiver.close();
  });

  const add = (url: string) =>
    request(running.url)
      .post('/dashboard/webhooks')
      .set(account.session)
      .send({ url, events: ['invoice.issued'] });

  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::127.0.0.1]',
    '169.254.169.254',
    'localhost',
    'localhost.',
    'x.localhost',
    '10.0.0.1',
    '100.64.0.1',
    '[fd00::1]',
    '[64:ff9b::7f00:1]',
  ])('is refused when it is handed in: %s', async (host) => {
    for (const scheme of ['http', 'https']) {
      const answer = await add(`${scheme}://${host}:${receiver.port}/`);
      expectProblem(answer, 422, 'url_not_allowed');
      expect(faultsOf(answer)).toEqual(['/url url_not_allowed']);
      expect(answer.body.errors[0].hint).toMatch(/WEBHOOKS_ALLOW_PRIVATE/);
    }
    expect(receiver.connections).toBe(0);
  });

  it.each(['file:///etc/passwd', 'gopher://a.example/', 'https://a:b@a.example/', 'x'])(
    'is refused when it is none of a web server: %s',
    async (url) => {
      expectProblem(await add(url), 422, 'url_not_allowed');
    },
  );

  it('is not changed to either', async () => {
    const { id } = await addWebhook(running.url, account, { url: 'https://a.example/' });
    const answer = await request(running.url)
      .patch(`/dashboard/webhooks/${id}`)
      .set(account.session)
      .send({ url: `https://127.0.0.1:${receiver.port}/` });
    expectProblem(answer, 422, 'url_not_allowed');
    await request(running.url).delete(`/dashboard/webhooks/${id}`).set(account.session).expect(204);
  });

  it('is not connected to when a webhook has it from a time when it was allowed', async () => {
    const { id } = await addWebhook(running.url, account, { url: 'https://a.example/' });
    await running.app
      .get(Database)
      .transaction((session) =>
        session.execute('UPDATE webhook_endpoints SET url = ? WHERE id = ?', [receiver.url, id]),
      );
    await createInvoice(running.url, account);
    running.app.get(WebhookWorker).wake();
    await eventually(async () => {
      const [row] = await rowsOf(running, 'webhook_deliveries');
      return row?.last_error === 'address_not_allowed';
    });
    expect(receiver.connections).toBe(0);
  });

  it('is not connected to when a name leads to it: the address that is connected to decides', async () => {
    const sender = new WebhookSender(loadConfig({}));
    const { agents } = sender as unknown as {
      agents: Record<'http' | 'https', Agent>;
    };
    const { port } = receiver;
    const options = { headers: {}, body: '{}', timeoutMs: 5000 };
    // Past the check of texts, as a public name would be whose name server answers with these.
    for (const host of ['localhost', '127.0.0.1', '[::ffff:127.0.0.1]', '[::1]', '0.0.0.0'])
      for (const scheme of ['http', 'https'] as const)
        await expect(
          post(`${scheme}://${host}:${port}/`, { ...options, agent: agents[scheme] }),
        ).rejects.toThrow(/is not allowed\. Because/);
    expect(receiver.connections).toBe(0);
    expect(await sender.send(`https://localhost:${port}/`, message, [])).toEqual({
      error: 'address_not_allowed',
    });
  });

  it('would have been noticed', async () => {
    const sender = new WebhookSender(loadConfig({ WEBHOOKS_ALLOW_PRIVATE: 'on' }));
    expect(await sender.send(`http://localhost:${receiver.port}/`, message, [])).toEqual({
      statusCode: 204,
    });
    expect(receiver.connections).toBe(1);
  });
});

describe('a receiver', () => {
  const sender = new WebhookSender(loadConfig({ WEBHOOKS_ALLOW_PRIVATE: 'on' }));

  it('that never answers, or drips its answer, is given up when its time is over', async () => {
    const options = { headers: {}, body: '{}', agent: new Agent(), timeoutMs: 200 };
    const silent = await startReceiver(() => undefined);
    await expect(post(silent.url, options)).rejects.toThrow(/abort/i);
    await silent.close();
    const dripping = await startReceiver((response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).write('x');
    });
    expect(await post(dripping.url, options)).toBe(200);
    await dripping.close();
  });

  it('with a certificate that nobody vouches for, or without one, is sent nothing', async () => {
    const plain = await startReceiver();
    const url = `https://127.0.0.1:${plain.port}/`;
    expect(await sender.send(url, message, [])).toEqual({ error: 'tls_failed' });
    expect(plain.messages).toEqual([]);
    await plain.close();
  });

  it('that is Finvo itself makes no loop: it is one refused request', async () => {
    const running = await startApp({ WEBHOOKS_ALLOW_PRIVATE: 'on' });
    try {
      const account = await createAccount(running);
      await addWebhook(running.url, account, { url: `${running.url}/v1/invoices` });
      await createInvoice(running.url, account);
      await eventually(async () => {
        const [row] = await rowsOf(running, 'webhook_deliveries');
        return row?.leased_until === null && Number(row.attempts) === 1;
      });
      const rows = await rowsOf(running, 'webhook_deliveries');
      expect(rows.map((row) => Number(row.last_status_code))).toEqual([401]);
      expect(await rowsOf(running, 'invoices')).toHaveLength(1);
    } finally {
      await running.close();
    }
  });
});
