import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Balancer, startBalancer } from '../support/balancer.js';
import { eventually } from '../support/eventually.js';
import { createAccount } from '../support/factories.js';
import { freePorts } from '../support/free-ports.js';
import { type GaleraCluster, galeraMissing, startGalera } from '../support/galera.js';
import { allNumbers, consecutive } from '../support/invoices.js';
import { type OrderingClients, startOrdering } from '../support/ordering-clients.js';
import { isInstalled } from '../support/programs.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

const missing = galeraMissing ?? (isInstalled('haproxy') ? undefined : 'haproxy is not installed');
/** Nodes give each other up after 5 to 15 seconds, and on a busy machine later. */
const agreeSeconds = 60;

const mayBeSkipped = missing !== undefined && process.env.CI !== 'true';
if (mayBeSkipped) console.log(`Skipped: tests of the balancer, because ${missing}.`);

(mayBeSkipped ? describe.skip : describe)(
  'the balancer before three processes and three nodes',
  () => {
    let cluster: GaleraCluster;
    let balancer: Balancer;
    let servers: ServerProcess[] = [];
    let clients: OrderingClients | undefined;

    beforeAll(async () => {
      cluster = await startGalera();
      const replicas = await freePorts(3);
      balancer = await startBalancer({ replicas, nodes: cluster.nodes.map(({ port }) => port) });
      // The balancer asks the nodes as this user.
      await cluster.nodes[0].query("CREATE USER haproxy@'%'");
      await eventually(() => balancer.isUp('mariadb', 'galera1'), agreeSeconds);
      const url = `mariadb://root@127.0.0.1:${balancer.databasePort}/finvo`;
      servers = await Promise.all(
        replicas.map((port) =>
          startServerProcess({ url }, { PORT: String(port), TRUST_PROXY: '1', LOG_LEVEL: 'log' }),
        ),
      );
      await eventually(() => balancer.isUp('replicas', 'finvo3'), agreeSeconds);
    }, 180_000);
    afterEach(() => clients?.abandon());
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await balancer.stop();
      await cluster.stop();
    }, 60_000);

    it('sends everything to what is left when the preferred node and a process die under load', async () => {
      const accounts = [await createAccount(balancer), await createAccount(balancer)];
      clients = startOrdering({ clients: 6, accounts, urls: [balancer.url], retries: true });
      await clients.more(30);
      await cluster.nodes[0].kill();
      await clients.more(30);
      await servers[1]!.kill();
      await clients.more(30);
      await cluster.nodes[0].rejoin();
      await eventually(() => balancer.isUp('mariadb', 'galera1'), agreeSeconds);
      await clients.more(30);
      await clients.stop();
      expect(await balancer.isUp('replicas', 'finvo2')).toBe(false);
      expect(clients.longestMs()).toBeLessThan(20_000);
      const numbers: string[] = [];
      for (const account of accounts) {
        const own = (await allNumbers(balancer.url, account)).sort();
        expect(own).toEqual(consecutive(own.length));
        numbers.push(...own);
      }
      expect(numbers).toHaveLength(clients.acknowledged.length);
    }, 240_000);

    it('takes a node for gone that answers but has lost the others', async () => {
      expect(await balancer.isUp('mariadb', 'galera2')).toBe(true);
      await Promise.all([cluster.nodes[0].kill(), cluster.nodes[2].kill()]);
      await eventually(async () => !(await balancer.isUp('mariadb', 'galera2')), agreeSeconds);
      const [state] = await cluster.nodes[1].query<{ Value: string }>(
        "SHOW STATUS LIKE 'wsrep_local_state_comment'",
      );
      expect(state?.Value).toBe('Initialized');
      await eventually(
        async () => (await fetch(`${balancer.url}/health/ready`)).status === 503,
        agreeSeconds,
      );
    }, 120_000);
  },
);
