import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { MetricsServer } from '../src/metrics/metrics-server.js';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, createInvoice, type TestAccount } from './support/factories.js';

describe('the figures for Prometheus', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    // Nobody answers at port 9, so mails stay in their queue.
    running = await startApp({ METRICS_PORT: '0', SMTP_URL: 'smtp://127.0.0.1:9' });
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const metricsUrl = () => `http://127.0.0.1:${running.app.get(MetricsServer).port}`;
  const lines = async () => {
    const answer = await request(metricsUrl()).get('/metrics').expect(200);
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    return answer.text.split('\n');
  };
  const valueOf = async (start: string) => {
    const found = (await lines()).find((line) => line.startsWith(`${start} `));
    return found === undefined ? undefined : Number(found.slice(start.length + 1));
  };

  it('count requests by route and status, and problems by code, without anything of an account', async () => {
    const { id } = await createInvoice(running.url, account);
    await request(running.url).get(`/v1/invoices/${id}`).set(account.bearer).expect(200);
    await request(running.url)
      .get(`/v1/invoices/${id}`)
      .set('authorization', `Bearer finvo_sk_${'0'.repeat(20)}`)
      .expect(401);
    const series = (status: number) =>
      `finvo_request_duration_seconds_count{method="GET",route="/v1/invoices/:id",status="${status}"}`;
    expect(await valueOf(series(200))).toBe(1);
    expect(await valueOf(series(401))).toBe(1);
    expect(await valueOf('finvo_problems_total{code="api_key_malformed"}')).toBe(1);
    const text = (await lines()).join('\n');
    for (const secret of [id, account.id, account.key, account.email]) {
      expect(text).not.toContain(secret);
    }
  });

  it('tell how many mails are due and how long the oldest has waited', async () => {
    expect(await valueOf('finvo_queue_due{queue="mails"}')).toBe(0);
    expect(await valueOf('finvo_queue_lag_seconds{queue="mails"}')).toBe(0);
    const { id } = await createInvoice(running.url, account, {
      recipient: { name: 'Acme Corp', email: 'billing@example.com' },
    });
    await request(running.url).post(`/v1/invoices/${id}/emails`).set(account.bearer).expect(202);
    running.clock.advanceMs(86_400_000);
    expect(await valueOf('finvo_queue_due{queue="mails"}')).toBe(1);
    expect(await valueOf('finvo_queue_lag_seconds{queue="mails"}')).toBeGreaterThan(80_000);
    expect(await valueOf('finvo_documents_waiting')).toBeGreaterThanOrEqual(0);
    expect(await valueOf('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect(await valueOf('nodejs_eventloop_lag_p99_seconds')).toBeDefined();
  });

  it('are not told at the doors of the product', async () => {
    await request(running.url).get('/metrics').set(account.bearer).expect(404);
    await request(metricsUrl()).get('/v1/invoices').expect(404);
  });
});
