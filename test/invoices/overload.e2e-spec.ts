import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, invoiceBody, type TestAccount } from '../support/factories.js';
import { allNumbers, consecutive, parallel, postForPdf } from '../support/invoices.js';

/** More than the 256 PDFs that may wait, by so many that the database cannot hold them all back. */
const atOnce = 600;

describe('more PDFs at once than can be made soon', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp({ RENDER_THREADS: '1' });
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  /** Long enough that they are stored faster than drawn, whichever the database. */
  const line_items = Array.from({ length: 20 }, (_, at) => ({
    description: `Work ${at}`,
    quantity: '1',
    unit_price: '100',
  }));
  const generate = () => postForPdf(running.url, account, invoiceBody({ line_items }));

  it('are made, or refused at once with 503 and Retry-After; what was stored keeps its number and PDF', async () => {
    const answers = await parallel(atOnce, generate);
    const made = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(made.length).toBeGreaterThanOrEqual(256);
    expect(refused.length).toBeGreaterThan(0);
    const problems = refused.map(({ body }) => JSON.parse(body.toString()) as { code: string });
    for (const [at, { status, headers }] of refused.entries()) {
      expect(['renderer_busy', 'pdf_not_ready']).toContain(problems[at]?.code);
      expect([status, headers['retry-after']]).toEqual([503, '2']);
    }
    const stored = refused.filter((_, at) => problems[at]?.code === 'pdf_not_ready');
    expect((await allNumbers(running.url, account)).sort()).toEqual(
      consecutive(made.length + stored.length),
    );
    expect((await generate()).status).toBe(201);
  }, 120_000);
});
