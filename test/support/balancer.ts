import { spawn } from 'node:child_process';
import { freePorts } from './free-ports.js';

/** HAProxy with the configuration that docker-compose.cluster.yml uses. */
export interface Balancer {
  /** Where people and programs send their requests. */
  readonly url: string;
  /** Where the replicas find a database. */
  readonly databasePort: number;
  /** Whether the balancer sends anything to a server, named as in the configuration. */
  isUp(proxy: 'mariadb' | 'replicas', server: string): Promise<boolean>;
  stop(): Promise<void>;
}

const configuration = 'deploy/cluster/haproxy.cfg';

/** Starts the balancer in front of servers on these ports, which need not run yet. */
export async function startBalancer(servers: {
  readonly replicas: readonly number[];
  readonly nodes: readonly number[];
}): Promise<Balancer> {
  const [web, database, figures] = await freePorts(3);
  const at = (port: number | undefined) => `127.0.0.1:${port ?? 0}`;
  const named = (name: string, ports: readonly number[]) =>
    ports.map((port, index) => [`${name}${index + 1}`, at(port)]);
  const child = spawn('haproxy', ['-db', '-f', configuration], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      ...{ WEB_BIND: at(web), MARIADB_BIND: at(database), FIGURES_BIND: at(figures) },
      ...Object.fromEntries(named('FINVO', servers.replicas)),
      ...Object.fromEntries(named('GALERA', servers.nodes)),
    },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    url: `http://${at(web)}`,
    databasePort: database ?? 0,
    isUp: async (proxy, server) => {
      const answer = await fetch(`http://${at(figures)}/metrics?scope=server`).catch(
        () => undefined,
      );
      const line = `haproxy_server_status{proxy="${proxy}",server="${server}",state="UP"} 1`;
      return (await answer?.text())?.split('\n').includes(line) ?? false;
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
