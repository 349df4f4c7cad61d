import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { allNumbers, consecutive, parallel } from '../support/invoices.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { createTestDatabase, onServer, type TestDatabase } from '../support/test-database.js';

/** Servers are made for many processes; whether a file stands them is a question for SQLite alone. */
(onServer ? describe.skip : describe)('two processes that write one SQLite file', () => {
  let place: TestDatabase;
  let servers: ServerProcess[];
  let account: TestAccount;
  const urlOf = (index: number) => servers[index % 2]?.url ?? '';

  beforeAll(async () => {
    place = await createTestDatabase();
    servers = await parallel(2, () => startServerProcess(place));
    account = await createAccount({ url: urlOf(0) });
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await place.drop();
  });

  it('lose nothing: 200 invoices at once have the numbers 1 to 200', async () => {
    const made = await parallel(200, (index) => createInvoice(urlOf(index), account));
    expect(made.map((invoice) => invoice.invoice_number).sort()).toEqual(consecutive(200));
    expect((await allNumbers(urlOf(1), account)).sort()).toEqual(consecutive(200));
  });

  it('read at once what the other one has written', async () => {
    for (let index = 0; index < 20; index += 1) {
      const { id } = await createInvoice(urlOf(index), account);
      const found = await fetch(`${urlOf(index + 1)}/v1/invoices/${id}`, {
        headers: account.bearer,
      });
      expect(found.status).toBe(200);
    }
  });

  it('refuse a key from the moment on in which the other one has revoked it', async () => {
    const other = await createAccount({ url: urlOf(0) });
    const get = (url: string) => fetch(`${url}/v1/account`, { headers: other.bearer });
    expect((await get(urlOf(1))).status).toBe(200);
    const revoked = await fetch(`${urlOf(0)}/v1/api-key/revoke`, {
      method: 'POST',
      headers: other.bearer,
    });
    expect(revoked.ok).toBe(true);
    expect((await get(urlOf(1))).status).toBe(401);
  });
});
