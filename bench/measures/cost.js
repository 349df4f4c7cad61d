// What Finvo takes of the machine: processor and memory of a request, memory after many, how long others wait
// while it works, how long it takes to start, and what it is to install.
import { createPlace } from '../database.js';
import { installedMib, secondsToFirstPdf } from '../installation.js';
import { invoiceRequest } from '../invoice.js';
import { load } from '../load.js';
import { median, round3 } from '../rounds.js';
import { startFinvo, startServer } from '../server.js';

const mebibyte = 1_048_576;
const lines = 5;

const generate = (n) => ({ method: 'POST', path: '/generate', body: invoiceRequest(lines, n) });
const operations = [
  {
    name: 'JSON create',
    request: (n) => ({ ...generate(n), path: '/v1/invoices' }),
    expected: 201,
  },
  { name: 'Read by id', request: (_, id) => ({ path: `/v1/invoices/${id}` }) },
  { name: 'List page', request: () => ({ path: '/v1/invoices?limit=20' }) },
  { name: 'Key check', request: () => ({ path: '/v1/account' }) },
  { name: 'POST /generate', request: generate, expected: 201 },
];

export default async function cost({ databases, quick, rounds, seconds, threads }) {
  const rows = [];
  for (const database of databases) {
    rows.push(...(await requests(database, { seconds, threads })));
    rows.push(...(await starts(database, quick ? 1 : rounds)));
  }
  rows.push(...(await memory({ invoices: quick ? 1_000 : 20_000, threads })));
  rows.push(lower('Installed packages', installedMib(), { unit: 'MiB', must: 450 }));
  if (!quick) rows.push(lower('Clone to first PDF', await secondsToFirstPdf(), { unit: 's' }));
  return rows;
}

/** CPU ms and bytes of each request, and how long the event loop was kept. */
async function requests({ name, url }, { seconds, threads }) {
  const server = await startServer({ databaseUrl: url, renderThreads: threads, probed: true });
  try {
    const rows = [];
    const warm = { server, connections: 8, amount: 200, expected: 201 };
    await load({ ...warm, request: operations[0].request });
    await load({ ...warm, request: generate });
    const id = await newestId(server);
    for (const { name: operation, request, expected } of operations) {
      await server.ask('begin');
      const ours = await load({
        ...{ server, expected, seconds },
        request: (n) => request(n, id),
        connections: 16,
      });
      const answered = Math.round(ours.per_s * seconds);
      const { delay_p99_ms: delayMs, allocated_bytes: bytes } = await server.ask('end');
      const shared = { better: 'lower', ours };
      rows.push({
        name: `${operation}, CPU, ${name}`,
        ratio: round3(ours.cpu_ms ?? 0),
        unit: 'CPU ms a request',
        ...shared,
      });
      rows.push({
        name: `${operation}, allocated, ${name}`,
        ratio: round3(bytes / answered / 1024),
        unit: 'KiB a request',
        ...shared,
      });
      rows.push(
        lower(`${operation}, event loop delay, full load, ${name}`, round3(delayMs), {
          unit: 'ms p99',
          must: 20,
        }),
      );
    }
    return rows;
  } finally {
    await server.stop();
  }
}

/** From the start of the process to its first answer that it is ready, on an empty and on a migrated database. */
async function starts({ name, url }, rounds) {
  const times = { empty: [], migrated: [] };
  for (let round = 0; round < rounds; round += 1) {
    const place = await createPlace(url);
    try {
      for (const kind of Object.keys(times)) {
        const startedMs = performance.now();
        const server = await startFinvo(place);
        times[kind].push((performance.now() - startedMs) / 1000);
        await server.stop();
      }
    } finally {
      await place.drop();
    }
  }
  return Object.entries(times).map(([kind, seconds]) =>
    lower(`Start to ready, ${kind} database, ${name}`, round3(median(seconds)), {
      unit: 's',
      must: 2,
    }),
  );
}

/** Memory after half of the invoices and after all of them, each with its PDF. */
async function memory({ invoices, threads }) {
  const server = await startServer({ renderThreads: threads, probed: true });
  try {
    const held = [];
    for (let half = 0; half < 2; half += 1) {
      const run = { server, request: generate, connections: 6, expected: 201 };
      await load({ ...run, amount: invoices / 2 });
      held.push((await server.ask('memory')).rss_bytes);
    }
    const [first, last] = held.map((bytes) => round3(bytes / mebibyte));
    const shown = invoices.toLocaleString('en');
    return [
      lower(`Memory after ${shown} invoices, ${threads} threads`, last, { unit: 'MiB', must: 350 }),
      lower(`Memory after ${shown} ÷ half of them`, round3(last / first), { unit: '×', must: 1.1 }),
    ];
  } finally {
    await server.stop();
  }
}

function lower(name, ratio, { unit, must }) {
  return { name, ratio, unit, ...(must !== undefined && { must }), better: 'lower' };
}

async function newestId(server) {
  const headers = { authorization: `Bearer ${server.key}` };
  const answer = await fetch(`${server.url}/v1/invoices?limit=1`, { headers });
  return (await answer.json()).data[0].id;
}
