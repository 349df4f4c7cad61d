import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { allNumbers, consecutive, getPdf, parallel } from '../support/invoices.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

const rounds = 3;

interface Acknowledged {
  readonly id: string;
  readonly invoice_number: string;
}

describe('a server that dies in the middle of its work', () => {
  let database: TestDatabase;
  let server: ServerProcess;
  let account: TestAccount;
  const acknowledged: Acknowledged[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    server = await startServerProcess(database);
    account = await createAccount(server);
  });
  afterAll(async () => {
    await server.stop();
    await database.drop();
  });

  /** Sends invoices on eight lines at once until the server is gone; every other one asks for the PDF. */
  async function createUntilKilled(afterCount: number): Promise<void> {
    const before = acknowledged.length;
    let killed: Promise<void> | undefined;
    await parallel(8, async (lane) => {
      for (;;) {
        const answer = await create(server.url, account, lane % 2 === 0).catch((error: unknown) => {
          if (killed === undefined) throw error;
        });
        if (answer === undefined) return;
        acknowledged.push(answer);
        if (acknowledged.length - before >= afterCount) killed ??= server.kill();
      }
    });
    await killed;
  }

  it('has every acknowledged invoice after each restart, with no gap and no duplicate', async () => {
    for (let round = 1; round <= rounds; round += 1) {
      await createUntilKilled(15 + 10 * round);
      server = await startServerProcess(database);
      const numbers = await allNumbers(server.url, account);
      expect(numbers.sort()).toEqual(consecutive(numbers.length));
      expect(numbers).toEqual(expect.arrayContaining(acknowledged.map((a) => a.invoice_number)));
    }
    const next = await createInvoice(server.url, account);
    expect(next.invoice_number).toBe(
      consecutive((await allNumbers(server.url, account)).length).at(-1),
    );
  });

  it('makes one invoice of each request that is sent again with its Idempotency-Key', async () => {
    const before = (await allNumbers(server.url, account)).length;
    const answered = new Map<number, string>();
    const send = async (order: number) => {
      const { id } = await create(server.url, account, false, `order-${order}`);
      expect([order, answered.get(order) ?? id]).toEqual([order, id]);
      answered.set(order, id);
    };
    let killed: Promise<void> | undefined;
    await parallel(30, async (order) => {
      await send(order).catch((error: unknown) => {
        if (killed === undefined) throw error;
      });
      if (answered.size >= 10) killed ??= server.kill();
    });
    await killed;
    server = await startServerProcess(database);
    await parallel(30, send);
    expect(new Set(answered.values()).size).toBe(30);
    const numbers = await allNumbers(server.url, account);
    expect(numbers.sort()).toEqual(consecutive(before + 30));
  });

  it('gives every acknowledged invoice its own number back', async () => {
    for (const { id, invoice_number: number } of acknowledged.slice(-20)) {
      const found = await fetch(`${server.url}/v1/invoices/${id}`, { headers: account.bearer });
      expect(await found.json()).toMatchObject({ id, invoice_number: number });
    }
  });

  it('renders an invoice whose PDF was not stored yet at its next read', async () => {
    const { id } = await createInvoice(server.url, account);
    await server.kill();
    server = await startServerProcess(database);
    const first = await getPdf(server.url, account, id);
    expect(first.status).toBe(200);
    expect(first.body.subarray(0, 5).toString()).toBe('%PDF-');
    const again = await getPdf(server.url, account, id);
    expect(again.body.equals(first.body)).toBe(true);
  });
});

async function create(
  url: string,
  { bearer }: TestAccount,
  asPdf: boolean,
  key?: string,
): Promise<Acknowledged> {
  const answer = await fetch(`${url}${asPdf ? '/generate' : '/v1/invoices'}`, {
    method: 'POST',
    headers: {
      ...bearer,
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: JSON.stringify(invoiceBody()),
  });
  if (answer.status !== 201) throw new Error(`Answered ${answer.status}: ${await answer.text()}`);
  const id = answer.headers.get('finvo-invoice-id') ?? '';
  const number = answer.headers.get('finvo-invoice-number') ?? '';
  await answer.arrayBuffer();
  return { id, invoice_number: number };
}
