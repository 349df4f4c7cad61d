import { adminCommand } from '../../src/admin-command.js';
import { createAccount } from '../support/factories.js';
import { aftermath } from './aftermath.js';
import { Clients } from './clients.js';
import { type Disturbance } from './disturbances.js';
import { type Site } from './site.js';

/** How much is asked of a server. */
export interface Scale {
  readonly clients: number;
  /** How long the server waits for its database (`DATABASE_TIMEOUT_MS`). */
  readonly databaseMs: number;
  /** How long what is away stays away. */
  readonly lastsMs: number;
}

/** What came of a disturbance. */
export interface Outcome {
  readonly faults: readonly string[];
  readonly summary: string;
}

/**
 * Within which every request has an answer or the end of its connection: a wait for a connection, one for a
 * statement, the patience of transactions that deadlock, and some seconds of a busy machine.
 */
export function answerMs({ databaseMs }: Pick<Scale, 'databaseMs'>): number {
  return 2 * databaseMs + 10_000 + 5_000;
}

/** A server or a database that starts again on a busy machine. */
const startMsMax = 120_000;

/** Lets clients work, disturbs them, lets them work on, and looks at what is stored then. */
export async function disturbed(
  site: Site,
  disturbance: Disturbance,
  scale: Scale,
): Promise<Outcome> {
  const account = await createAccount(site);
  const orderMs = scale.lastsMs + startMsMax + 3 * answerMs(scale);
  const bounds = { answerMs: answerMs(scale), orderMs };
  const clients = new Clients(() => site.url, account, bounds);
  clients.start(scale.clients);
  try {
    await clients.progress(scale.clients);
    await disturbance.disturb(site, clients, scale.lastsMs);
    await clients.progress(scale.clients);
  } finally {
    await clients.stop();
  }
  const faults = await aftermath(site.url, account, clients);
  const { met } = disturbance;
  if (met.length > 0 && !clients.hasMet(met)) faults.push(`nobody met any of ${met.join(', ')}`);
  return { faults, summary: clients.summary() };
}

/** What `npm run finvo -- verify` says of all that a site has stored. */
export async function verified(site: Site): Promise<{ succeeded: boolean; said: unknown }> {
  return adminCommand(['verify'], { DATABASE_URL: site.ground.databaseUrl });
}
