import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { type RunningApp, startApp } from '../support/app.js';
import { type ConsumerProject, packedClient } from '../support/client-package.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';

const readme = readFileSync('clients/typescript/README.md', 'utf8');
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text = '']) => text);

/** Holds the types against wrong use: each line without its fault would be one itself. */
const wrongUse = `import { Finvo } from 'finvo-client';
const finvo = new Finvo({ baseUrl: 'http://localhost', apiKey: 'x' });
export const never = async () => {
  // @ts-expect-error a field that does not exist
  await finvo.invoices.create({ recipient: { name: 'A' }, line_items: [], curency: 'EUR' });
  // @ts-expect-error a request without lines
  await finvo.invoices.generate({ recipient: { name: 'A' } });
  // @ts-expect-error a route of the dashboard
  await finvo.call('get', '/dashboard/keys', {});
  // @ts-expect-error a method that the route does not have
  await finvo.call('delete', '/v1/account', {});
  // @ts-expect-error a customer without a name
  await finvo.customers.create({ email: 'billing@acme.com' });
  // @ts-expect-error a filter that does not exist
  finvo.items.list({ named: 'Support' });
  // @ts-expect-error amounts are texts
  const total: number = (await finvo.invoices.get('inv_1')).total;
  return total;
};`;

/** Reads requests of the test from its environment and prints what came of them. */
const consumer = `import { inspect } from 'node:util';
import { Finvo, FinvoError } from 'finvo-client';
const finvo = new Finvo({ baseUrl: process.env.URL + '/', apiKey: process.env.FINVO_API_KEY ?? '' });
const order = {
  recipient: { name: 'Acme Corp' },
  line_items: [{ description: 'Consulting', quantity: 10, unit_price: '150.00' }],
};
const issued = await finvo.invoices.generate(order, { idempotencyKey: 'one' });
const created = await finvo.invoices.create(order, { idempotencyKey: 'one' });
const numbers: (string | null)[] = [];
for await (const one of finvo.invoices.list({ limit: 2 })) numbers.push(one.invoice_number);
const quote = await finvo.invoices.create({ ...order, type: 'quote' });
const converted = await finvo.conversions.create(quote.id, { notes: 'As agreed' });
const stored = await finvo.invoices.pdf(issued.id);
const preview = await finvo.invoices.previewPdf(order);
const refused = await finvo.invoices
  .create({ ...order, expected_total: '1.00' })
  .catch((error: unknown) => error);
if (!(refused instanceof FinvoError)) throw refused;
const links = await finvo.shareLinks.create(issued.id, {});
console.log(
  JSON.stringify({
    head: new TextDecoder().decode(issued.pdf.subarray(0, 5)),
    preview: new TextDecoder().decode(preview.subarray(0, 5)),
    isSame: Buffer.compare(issued.pdf, stored) === 0,
    issued: [issued.id, issued.number],
    created: [created.id, created.invoice_number, created.total],
    numbers,
    converted: [converted.converted_from?.id === quote.id, converted.notes],
    refused: [refused.status, refused.code, refused.errors.map(({ pointer }) => pointer)],
    hasRequestId: refused.requestId?.startsWith('req_'),
    link: typeof links.id,
    shown: JSON.stringify([finvo, Object.keys(finvo)]) + inspect(finvo, { depth: 9 }),
  }),
);`;

const webhookAt = examples.findIndex((text) => text.includes('verifyWebhook'));
/** Sends a genuine and a forged message to the example that handles webhooks. */
const webhookCaller = `import { handle } from './example${webhookAt}.js';
const headers = JSON.parse(process.env.FIELDS ?? '{}') as Record<string, string>;
for (const body of [process.env.BODY ?? '', 'forged']) {
  const request = new Request('http://localhost', { method: 'POST', headers, body });
  console.log((await handle(request)).status);
}`;

describe('the TypeScript client', () => {
  let running: RunningApp;
  let account: TestAccount;
  let project: ConsumerProject;
  /** What is there before the client is built, which writes it. */
  let inGit: string;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
    inGit = readFileSync('clients/typescript/src/routes.ts', 'utf8');
    project = await packedClient();
    const local = examples.map((text) => text.replaceAll('http://localhost:3000', running.url));
    const named = local.map((text, at) => [`example${at}`, text] as const);
    await project.compile({ ...Object.fromEntries(named), consumer, wrongUse, webhookCaller });
  });
  afterAll(async () => {
    project.remove();
    await running.close();
  });

  const environment = () => ({ URL: running.url, FINVO_API_KEY: account.key });
  const example = async (title: string) => {
    const at = examples.findIndex((text) => text.includes(title));
    return (await project.run(`example${at}`, environment())).trim().split('\n');
  };

  it('is packed with its code, its types and its README, and with nothing to install', () => {
    const folder = join(project.folder, 'node_modules', 'finvo-client');
    expect(readdirSync(folder).sort()).toEqual(['README.md', 'dist', 'package.json']);
    const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object;
    expect(description).not.toHaveProperty('dependencies');
    expect(description).not.toHaveProperty('scripts');
  });

  it('has the routes of openapi.json that take a key, all of them and no others', () => {
    const types = readFileSync(
      join(project.folder, 'node_modules/finvo-client/dist/schema.d.ts'),
      'utf8',
    );
    const typed = [...types.matchAll(/^ {4}"(\/[^"]*)": \{$/gm)].map(([, path]) => path);
    const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as { paths: object };
    const own = Object.keys(paths).filter((path) => /^\/(generate$|v1\/)/.test(path));
    expect(typed.sort()).toEqual(own.sort());
  });

  it('has a method for every one of them but two, and no other is in git', () => {
    const written = readFileSync('clients/typescript/src/routes.ts', 'utf8');
    expect(written).toBe(inGit);
    const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as { paths: object };
    const own = Object.entries(paths).filter(([path]) => /^\/(generate$|v1\/)/.test(path));
    const named = own.flatMap(([path, item]) =>
      Object.keys(item as object).map((method) => `'${method}', '${path}'`),
    );
    const flat = written.replace(/\(\s+/g, '(').replace(/,\s+/g, ', ');
    expect(named.filter((route) => !flat.includes(`(${route}, `))).toEqual([
      `'post', '/generate'`,
      `'post', '/v1/invoices/batch'`,
    ]);
  });

  it('issues once, reads every page, gets the same PDF again and tells every fault', async () => {
    for (let count = 0; count < 4; count += 1) await createInvoice(running.url, account);
    const result = JSON.parse(await project.run('consumer', environment())) as {
      issued: [string, string];
      numbers: string[];
    };
    expect(result).toMatchObject({
      head: '%PDF-',
      preview: '%PDF-',
      isSame: true,
      created: [...result.issued, '1500.00'],
      converted: [true, 'As agreed'],
      refused: [422, 'validation_failed', ['/expected_total']],
      hasRequestId: true,
      link: 'string',
      shown: expect.not.stringContaining(account.key),
    });
    expect(result.numbers).toEqual(['INV-0005', 'INV-0004', 'INV-0003', 'INV-0002', 'INV-0001']);
  });

  describe('its README', () => {
    it('makes the first invoice', async () => {
      expect(await example('generate(')).toEqual([expect.stringMatching(/^inv_\w+ INV-\d+$/)]);
      const pdf = readFileSync(join(project.folder, 'invoice.pdf'));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    });

    it('previews, issues once, lists and tells faults', async () => {
      const lines = await example('invoices.preview(order)');
      expect(lines[0]).toBe('1500.00 1500.00 true');
      expect(lines[1]).toMatch(/^true INV-\d+$/);
      expect(lines[2]).toMatch(/^INV-\d+ 1500.00$/);
      expect(lines[3]).toMatch(/^422 validation_failed req_/);
      expect(lines[4]).toMatch(/^\/currency /);
    });

    it('hands in a batch and waits for it', async () => {
      const [count, ...rows] = await example('batches.create(');
      expect(count).toBe('2 of 2');
      expect(rows).toEqual([expect.stringMatching(/^INV-\d+$/), expect.stringMatching(/^INV-/)]);
    });

    it('stores customers and items, shares, voids, lists and reads reports', async () => {
      expect(await example('finvo.customers.put(')).toEqual([
        'true',
        'void 300.00',
        'Acme Corp crm-17',
        'default true',
      ]);
    });

    it('calls a route by its path', async () => {
      expect(await example('finvo.call(')).toEqual(['Example Ltd']);
    });

    it('takes genuine webhooks and refuses forged ones', async () => {
      const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
      const body = JSON.stringify({ type: 'invoice.issued', data: { invoice_number: 'INV-7' } });
      const now = new Date();
      const fields = {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign('msg_1', now, body),
      };
      const given = { FINVO_WEBHOOK_SECRET: secret, BODY: body, FIELDS: JSON.stringify(fields) };
      expect(await project.run('webhookCaller', given)).toBe('INV-7\n204\n401\n');
    });

    it('has no example that is not run here', () => {
      expect(examples).toHaveLength(6);
    });
  });
});
