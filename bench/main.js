// `npm run bench`: the main job, POST /generate with a stored PDF, beside the bare renderer in as many threads,
// and the check of a key beside a JSON create. Rounds alternate, so that a slow minute of the machine hits
// both sides; medians are reported.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { batchJob } from './batch.js';
import { renderBare } from './bare-renderer.js';
import { invoiceRequest } from './invoice.js';
import { keyChecks } from './key-check.js';
import { load, median, round3 } from './load.js';
import { startServer } from './server.js';

const quick = process.argv.includes('--quick');
const rounds = quick ? 1 : 5;
const seconds = quick ? 3 : 8;
const threads = 2;
const lines = 5;
const manyKeys = quick ? 100_000 : 1_000_000;
// The main job takes the database as it is; the check of keys makes schemas of its own on the server.
const databases = databasesOf(process.env.BENCH_DATABASE_URL);
const keyDatabases = databasesOf(process.env.BENCH_DATABASE_URL || process.env.TEST_DATABASE_URL);

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}`);
console.log(`${rounds} rounds of ${seconds} s, ${lines} lines, ${threads} render threads\n`);
const results = [];
for (const database of databases) {
  results.push(...(await mainJob(database)));
  results.push(
    ...(await batchJob(database, { rounds, threads, lines, rows: quick ? 100 : 1_000 })),
  );
}
for (const database of keyDatabases) results.push(...(await keyCheck(database)));
print(results);
writeFileSync(new URL('./results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);

function databasesOf(serverUrl) {
  const embedded = { name: 'SQLite', databaseUrl: undefined };
  if (!serverUrl) return [embedded];
  return [embedded, { name: new URL(serverUrl).protocol.slice(0, -1), databaseUrl: serverUrl }];
}

async function mainJob({ name, databaseUrl }) {
  const server = await startServer({ databaseUrl, renderThreads: threads });
  const generate = (connections, forSeconds) =>
    load({
      url: `${server.url}/generate`,
      headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
      body: (salt) => invoiceRequest(lines, salt),
      connections,
      seconds: forSeconds,
    });
  const single = [];
  const full = [];
  const bare = [];
  try {
    await generate(4, 2);
    for (let round = 0; round < rounds; round += 1) {
      single.push(await generate(1, seconds / 2));
      full.push(await generate(6, seconds));
      bare.push(await renderBare({ lines, threads, concurrency: 6, seconds }));
    }
  } finally {
    await server.stop();
  }
  const ours = medians(full);
  const theirs = medians(bare);
  return [
    {
      name: `POST /generate, one at a time, ${name}`,
      ratio: round3(medians(single).p50_ms),
      unit: 'ms p50',
      must: 25,
      ours: medians(single),
    },
    {
      name: `POST /generate ÷ bare renderer, ${name}`,
      ratio: round3(ours.per_s / theirs.per_s),
      unit: 'docs/s ratio',
      must: 0.75,
      goal: 0.9,
      against: 'bare renderer',
      ours,
      theirs,
    },
  ];
}

async function keyCheck({ name, databaseUrl }) {
  const { few, many, create } = await keyChecks({
    databaseUrl,
    many: manyKeys,
    rounds: quick ? 3 : 9,
    creates: 100,
  });
  const shown = manyKeys.toLocaleString('en');
  return [
    {
      name: `Key check ÷ warm JSON create, ${shown} keys, ${name}`,
      ratio: round3(many.p50_ms / create.p50_ms),
      unit: 'of its time',
      must: 0.05,
      against: 'JSON create',
      ours: many,
      theirs: create,
    },
    {
      name: `Key check, ${shown} ÷ 1,000 keys, ${name}`,
      ratio: round3(many.p50_ms / few.p50_ms),
      unit: 'time ratio',
      against: '1,000 keys',
      ours: many,
      theirs: few,
    },
  ];
}

function medians(runs) {
  const of = (field) => round3(median(runs.map((run) => run[field])));
  return { p50_ms: of('p50_ms'), p99_ms: of('p99_ms'), per_s: of('per_s') };
}

function print(rows) {
  for (const { name, ratio, unit, against, ours, theirs } of rows) {
    console.log(`${name}: ${ratio} ${unit}`);
    if (ours) console.log(`  Finvo          ${figures(ours)}`);
    if (theirs) console.log(`  ${against.padEnd(13)}  ${figures(theirs)}`);
  }
}

function figures({ p50_ms, p99_ms, per_s }) {
  const ms = (value) => `${value.toFixed(value < 1 ? 3 : 1)} ms`;
  const times = p50_ms === undefined ? [] : [`p50 ${ms(p50_ms)}`, `p99 ${ms(p99_ms)}`];
  const rate = per_s === undefined ? [] : [`${per_s.toFixed(1)}/s`];
  return [...times, ...rate].join(', ');
}
