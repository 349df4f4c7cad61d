import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type Disturbance, disturbancesOf } from './disturbances.js';
import { hasMariadb } from './mariadb-server.js';
import { disturbed, type Scale, verified } from './run.js';
import { type Kind, Site } from './site.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    clients: { type: 'string', default: '64' },
    seed: { type: 'string', default: String(Date.now()) },
  },
});
const endMs = performance.now() + 60_000 * Number(values.minutes);
const scale: Scale = { clients: Number(values.clients), databaseMs: 10_000, lastsMs: 30_000 };

/** One kind of database after the other, each time a new server and its disturbances in another order. */
async function chaos(): Promise<boolean> {
  console.log(`${values.minutes} minutes, ${values.clients} clients, --seed ${values.seed}`);
  if (!hasMariadb) console.log('Skipped: MariaDB, because it is not installed.');
  const kinds: readonly Kind[] = hasMariadb ? ['sqlite', 'mariadb'] : ['sqlite'];
  for (let round = 0; performance.now() < endMs; round += 1) {
    const kind = kinds[round % kinds.length] ?? 'sqlite';
    console.log(`\nRound ${round + 1}: a new server on ${kind}`);
    if (!(await survivesRound(kind, round))) return false;
  }
  return true;
}

async function survivesRound(kind: Kind, round: number): Promise<boolean> {
  const site = await Site.open(kind, scale.databaseMs);
  try {
    for (const disturbance of shuffled(disturbancesOf(kind), round)) {
      if (performance.now() > endMs) break;
      if (!(await survives(site, disturbance))) return false;
    }
    const { succeeded, said } = await verified(site);
    console.log(String(said));
    return succeeded;
  } finally {
    await site.close();
  }
}

async function survives(site: Site, disturbance: Disturbance): Promise<boolean> {
  const { name, missing } = disturbance;
  if (missing !== undefined) {
    console.log(`- ${name}: skipped, because ${missing}`);
    return true;
  }
  const { faults, summary } = await disturbed(site, disturbance, scale);
  console.log(`- ${name}: ${summary}`);
  for (const fault of faults) console.error(`  WRONG: ${fault}`);
  return faults.length === 0;
}

/** The same order for the same seed and round. */
function shuffled(list: readonly Disturbance[], round: number): readonly Disturbance[] {
  const place = ({ name }: Disturbance) =>
    createHash('sha256').update(`${values.seed} ${round} ${name}`).digest('hex');
  return [...list].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

process.exitCode = (await chaos()) ? 0 : 1;
