import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../../src/database/migrations/migrations.js';
import { createAccount, createInvoice, createKey, invoiceBody } from '../support/factories.js';
import { eventually } from '../support/eventually.js';
import { galeraMissing, type GaleraCluster, startGalera } from '../support/galera.js';
import { allNumbers, consecutive, getPdf, parallel, postForPdf } from '../support/invoices.js';
import { type OrderingClients, startOrdering } from '../support/ordering-clients.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

/** Nodes give each other up after 5 to 15 seconds, and on a busy machine later. */
const agreeSeconds = 60;
/** No request may take longer, whatever happens to a node: 10 s of trying again, and one last attempt. */
const answeredWithinMs = 20_000;
const mayBeSkipped = galeraMissing !== undefined && process.env.CI !== 'true';
if (mayBeSkipped) console.log(`Skipped: tests on a Galera cluster, because ${galeraMissing}.`);

(mayBeSkipped ? describe.skip : describe)('a Galera cluster with a process on each node', () => {
  let cluster: GaleraCluster;
  let servers: ServerProcess[] = [];
  let clients: OrderingClients | undefined;
  const url = (at: number) => servers[at % 3]!.url;
  const everyUrl = () => servers.map((server) => server.url);

  beforeAll(async () => {
    cluster = await startGalera();
    servers = await Promise.all(
      cluster.nodes.map((node) =>
        startServerProcess(node, {
          LOG_LEVEL: 'log',
          FINVO_SECRET: 'one secret for the processes on all the nodes',
        }),
      ),
    );
  }, 180_000);
  afterEach(() => clients?.abandon());
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await cluster.stop();
  }, 60_000);

  /** What each node answers to a statement, once it has what the others have. */
  const onEveryNode = (sql: string) =>
    Promise.all(cluster.nodes.map((node) => node.query<Record<string, unknown>>(sql)));

  async function expectSameEverywhere(): Promise<void> {
    const tables =
      'invoices, invoice_lines, invoice_taxes, documents, number_series, idempotency_keys';
    await eventually(async () => {
      const sums = await onEveryNode(`CHECKSUM TABLE ${tables}`);
      return new Set(sums.map((each) => JSON.stringify(each))).size === 1;
    });
  }

  /** Every acknowledged order is there once, on every node, with the bytes that were answered. */
  async function expectKept({ acknowledged }: OrderingClients): Promise<void> {
    expect(new Set(acknowledged.map(({ id }) => id)).size).toBe(acknowledged.length);
    for (const account of new Set(acknowledged.map((each) => each.account))) {
      const own = acknowledged.filter((each) => each.account === account);
      for (const server of servers) {
        const numbers = await allNumbers(server.url, account);
        expect(numbers.sort()).toEqual(consecutive(numbers.length));
        expect(numbers).toEqual(expect.arrayContaining(own.map(({ number }) => number)));
      }
    }
    for (const [at, { account, id, sha256 }] of acknowledged.entries()) {
      if (sha256 === undefined) continue;
      const { body } = await getPdf(url(at), account, id);
      expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
    }
  }

  it('has its schema made once by processes that start at once on different nodes', async () => {
    for (const [row] of await onEveryNode('SELECT COUNT(*) AS count FROM migrations'))
      expect(Number(row?.count)).toBe(migrations.length);
    expect(await onEveryNode('SELECT * FROM migration_lease')).toEqual([[], [], []]);
  });

  it('refuses a key everywhere from the moment on in which one process has revoked it', async () => {
    const account = await createAccount(servers[0]!);
    const check = async (at: number, key: string) => {
      const headers = { authorization: `Bearer ${key}` };
      return (await fetch(`${url(at)}/v1/api-key`, { headers })).status;
    };
    for (let round = 0; round < 40; round += 1) {
      const { id, key } = await createKey(url(round), account.session, { name: `Round ${round}` });
      expect(await parallel(3, (at) => check(at, key))).toEqual([200, 200, 200]);
      const path = `/dashboard/keys/${id}/revoke`;
      const revoked = await fetch(url(round + 1) + path, {
        method: 'POST',
        headers: account.session,
      });
      expect(revoked.status).toBe(204);
      expect(await parallel(3, (at) => check(at, key))).toEqual([401, 401, 401]);
    }
  });

  it('answers an invoice through any node as soon as one has made it', async () => {
    const account = await createAccount(servers[0]!);
    for (let round = 0; round < 40; round += 1) {
      const { id } = await createInvoice(url(round), account);
      const found = await fetch(`${url(round + 1)}/v1/invoices/${id}`, { headers: account.bearer });
      expect(found.status).toBe(200);
    }
    expect((await allNumbers(url(2), account)).sort()).toEqual(consecutive(40));
  });

  it('makes one invoice and one PDF of requests with one Idempotency-Key through all nodes at once', async () => {
    const account = await createAccount(servers[0]!);
    for (let round = 0; round < 5; round += 1) {
      const headers = { 'idempotency-key': `round ${round}` };
      const answers = await parallel(9, (at) =>
        postForPdf(url(at), account, invoiceBody(), headers),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(201));
      expect(new Set(answers.map(({ body }) => body.toString('base64'))).size).toBe(1);
    }
    expect((await allNumbers(url(0), account)).sort()).toEqual(consecutive(5));
  });

  it('loses, doubles and skips nothing when a node is killed under load and comes back', async () => {
    const accounts = [await createAccount(servers[0]!), await createAccount(servers[1]!)];
    clients = startOrdering({ clients: 9, accounts, urls: everyUrl(), retries: true });
    await clients.more(60);
    await cluster.nodes[2].kill();
    await clients.more(60);
    await cluster.nodes[2].rejoin();
    await clients.more(60);
    await clients.stop();
    expect(clients.longestMs()).toBeLessThan(answeredWithinMs);
    for (const { status } of clients.refusals) expect(status).toBe(503);
    await expectSameEverywhere();
    await expectKept(clients);
    // Each order was sent until it was acknowledged, so nothing else may be there.
    const numbers = await Promise.all(accounts.map((account) => allNumbers(url(0), account)));
    expect(numbers.flat()).toHaveLength(clients.acknowledged.length);
  }, 240_000);

  it('that has lost its majority refuses in time, and stores nothing later of what it has refused', async () => {
    const accounts = [await createAccount(servers[0]!), await createAccount(servers[0]!)];
    clients = startOrdering({ clients: 6, accounts, urls: [url(0)], retries: false });
    await clients.more(20);
    await Promise.all([cluster.nodes[1].kill(), cluster.nodes[2].kill()]);
    await eventually(
      async () => (await fetch(`${url(0)}/health/ready`)).status === 503,
      agreeSeconds,
    );
    // Told to go on alone before it has given the others up, it would wait for ever.
    await eventually(async () => {
      const [state] = await cluster.nodes[0].query<{ Value: string }>(
        "SHOW STATUS LIKE 'wsrep_local_state_comment'",
      );
      return state?.Value === 'Initialized';
    }, agreeSeconds);
    await pause(1_000);
    await cluster.nodes[0].query("SET GLOBAL wsrep_provider_options = 'pc.bootstrap = true'");
    await eventually(
      async () => (await fetch(`${url(0)}/health/ready`)).status === 200,
      agreeSeconds,
    );
    await clients.more(20);
    await clients.stop();
    for (const node of [cluster.nodes[1], cluster.nodes[2]]) await node.rejoin();
    expect(clients.longestMs()).toBeLessThan(answeredWithinMs);
    const refused = clients.refusals.filter(({ code }) => code === 'database_unavailable');
    expect(refused.length).toBeGreaterThan(0);
    // The other two say that it may be stored, or that only its PDF is not.
    for (const { code } of clients.refusals)
      expect(['database_unavailable', 'outcome_unknown', 'pdf_not_ready']).toContain(code);
    const stored = await cluster.nodes[0].query<{ reference: string }>(
      'SELECT reference FROM invoices WHERE reference IS NOT NULL',
    );
    const references = new Set(stored.map(({ reference }) => reference));
    expect(refused.filter(({ reference }) => references.has(reference))).toEqual([]);
    await expectSameEverywhere();
    await expectKept(clients);
  }, 240_000);
});
