// The check of a key, without HTTP around it: beside better-auth's, and beside the request that it lets in.
import { createPlace } from '../database.js';
import { startChecks } from '../keys/checks.js';
import { during } from '../process.js';
import { alternate } from '../rounds.js';

const few = 1000;
const [check, create] = [0, 1];

export default async function keys({ databases, quick, rounds }) {
  const rows = [];
  const many = quick ? 10_000 : 1_000_000;
  for (const database of databases) {
    rows.push(await besideBetterAuth(database, { rounds }));
    rows.push(await besideCreate(database, { rounds, many }));
  }
  return rows;
}

function besideBetterAuth({ name, url }, { rounds }) {
  const checks = { ours: 2000, theirs: 200 };
  const starts = [finvoOn(url, few), betterAuthOn(url, few)];
  return during(starts, async (ours, theirs) => {
    await ours.run(checks.ours);
    await theirs.run(checks.theirs);
    const turns = await alternate(rounds, {
      ours: () => ours.run(checks.ours),
      theirs: () => theirs.run(checks.theirs),
    });
    return {
      name: `Key check vs better-auth, ${name}`,
      // Of the medians: with one check at a time, what else the machine does makes long waits of a few.
      ratio: turns.ratio((our, their) => their.p50_ms / our.p50_ms),
      unit: '× as fast',
      must: 20,
      against: 'better-auth',
      ours: turns.ours,
      theirs: turns.theirs,
    };
  });
}

function besideCreate({ name, url }, { rounds, many }) {
  const [checks, creates] = [2000, 100];
  return during([finvoOn(url, many)], async (finvo) => {
    await finvo.run(checks, check);
    await finvo.run(creates, create);
    const { ours, theirs, ratio } = await alternate(rounds, {
      ours: () => finvo.run(checks, check),
      theirs: () => finvo.run(creates, create),
    });
    return {
      name: `Key check ÷ warm JSON create, ${many.toLocaleString('en')} keys, ${name}`,
      ratio: ratio((our, their) => our.p50_ms / their.p50_ms),
      unit: '× its time',
      must: 0.05,
      better: 'lower',
      against: 'JSON create',
      ours,
      theirs,
    };
  });
}

const finvoOn = (url, count) => () => startOn(url, 'keys/finvo.js', count);
const betterAuthOn = (url, count) => () => startOn(url, 'rivals/better-auth.js', count);

/** The process on an empty database of its own, which goes with it. */
async function startOn(databaseUrl, script, count) {
  const place = await createPlace(databaseUrl);
  try {
    const child = await startChecks(script, { DATABASE_URL: place.url, KEYS: String(count) });
    const stop = async () => {
      await child.stop();
      await place.drop();
    };
    return { run: child.run, stop };
  } catch (error) {
    await place.drop();
    throw error;
  }
}
