// The main job: POST /generate with the PDF stored, beside the bare renderer in as many threads.
import { renderBare } from '../bare-renderer.js';
import { invoiceRequest } from '../invoice.js';
import { load } from '../load.js';
import { during } from '../process.js';
import { alternate, medians } from '../rounds.js';
import { startServer } from '../server.js';

const usualLines = 5;
const concurrency = 6;

export default async function mainJob(context) {
  const rows = [];
  for (const database of context.databases) {
    const start = () => startServer({ databaseUrl: database.url, renderThreads: context.threads });
    await during([start], async (server) => {
      rows.push(...(await besideBareRenderer(server, database, context)));
    });
  }
  return rows;
}

async function besideBareRenderer(server, { name, url }, { quick, rounds, seconds, threads }) {
  const generate = (lines, connections, bounds) => () =>
    load({
      server,
      request: (n) => ({ method: 'POST', path: '/generate', body: invoiceRequest(lines, n) }),
      connections,
      expected: 201,
      ...bounds,
    });
  await generate(usualLines, concurrency, { amount: 60 })();
  const rows = [await oneAtATime(name, { rounds, run: generate(usualLines, 1, { seconds }) })];
  for (const lines of sizes({ quick, url })) {
    const { ours, theirs, ratio } = await alternate(rounds, {
      ours: generate(lines, concurrency, { seconds }),
      theirs: () => renderBare({ lines, threads, concurrency, seconds }),
    });
    rows.push({
      name: `Main job ÷ bare renderer, ${lines} lines, ${name}`,
      ratio: ratio((our, their) => our.per_s / their.per_s),
      unit: '× docs/s',
      // The figure that counts; with other numbers of lines the same is only told.
      ...(lines === usualLines && { must: 0.75, goal: 0.9 }),
      against: 'bare renderer',
      ours,
      theirs,
    });
  }
  return rows;
}

/** Every number of lines on one database is enough to see how it grows with them. */
function sizes({ quick, url }) {
  return quick || url === undefined ? [usualLines] : [1, usualLines, 40, 500];
}

async function oneAtATime(database, { rounds, run }) {
  const runs = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await run());
  const ours = medians(runs);
  return {
    name: `Main job, one at a time, ${usualLines} lines, ${database}`,
    ratio: ours.p50_ms,
    unit: 'ms p50',
    must: 25,
    better: 'lower',
    ours,
  };
}
