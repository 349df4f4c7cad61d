// Whether anything gets slower as it grows: the same requests one at a time to a server with a thousand
// invoices and to one with a million, and checks of keys among a thousand and a million.
import { cursorAfter } from '../../dist/common/http/cursor.js';
import { createPlace } from '../database.js';
import { invoiceRequest } from '../invoice.js';
import { startChecks } from '../keys/checks.js';
import { load } from '../load.js';
import { alternate } from '../rounds.js';
import { startServer } from '../server.js';
import { patternRequests, storeInvoices } from '../stored-invoices.js';

const few = 1_000;
const must = 1.15;
/** How long one side of a round loads; what takes longer than that is asked once or twice. */
const secondsPerRound = { quick: 0.2, full: 0.6 };
const checksPerRound = 2_000;

const read = ({ ids }, n) => ({ path: `/v1/invoices/${ids[n % ids.length]}` });
const list = (query) => () => ({ path: `/v1/invoices?limit=20${query}` });
const dashboard = (path, { cookie }) => ({
  path: `/dashboard/${path}`,
  headers: { cookie, 'sec-fetch-site': 'same-origin' },
});

/**
 * What is asked of both. The last ones look through rows until they have found a page, and the rarer what
 * they look for, the more rows: they are told, and may take longer.
 */
const operations = [
  { name: 'Read by id', request: read },
  { name: 'First page', request: list('') },
  {
    name: 'Page behind all others',
    request: ({ ids }) => list(`&cursor=${cursorAfter(ids[21])}`)(),
  },
  { name: 'Page of a currency', request: list('&currency=JPY') },
  { name: 'Page of a status, none found', request: list('&status=void') },
  {
    name: 'Invoice by number',
    request: ({ numbers }, n) => list(`&number=${numbers[n % numbers.length]}`)(),
  },
  { name: 'Totals of this month', request: (side) => dashboard('monthly-totals?months=1', side) },
  { name: 'Totals of 60 months', request: (side) => dashboard('monthly-totals?months=60', side) },
  { name: 'Next number', request: (side) => dashboard('next-number', side) },
  { name: 'Recipients to pick from', request: (side) => dashboard('recipients?q=customer', side) },
  { name: 'JSON create', request: (_, n) => create(n), expected: 201 },
  {
    name: 'Page of a month of years ago',
    request: ({ month }) => list(`&from=${month}-01&to=${month}-28`)(),
    told: true,
  },
  { name: 'Search, found', request: list('&q=customer+7+ltd'), told: true },
  { name: 'Search, none found', request: list('&q=nobody'), told: true },
];

function create(n) {
  return { method: 'POST', path: '/v1/invoices', body: invoiceRequest(3, n) };
}

export default async function growth({ databases, quick, rounds }) {
  const rows = [];
  const many = quick ? 100_000 : 1_000_000;
  for (const database of databases) {
    const turns = { rounds: Math.min(rounds, 3), many };
    rows.push(...(await invoices(database, { ...turns, quick })));
    rows.push(await keys(database, turns));
  }
  return rows;
}

async function invoices({ name, url }, { quick, rounds, many }) {
  const theirs = await filled(url, few);
  try {
    const ours = await filled(url, many);
    try {
      const rows = [];
      for (const operation of operations.filter(({ told }) => !quick || !told)) {
        rows.push(await row(operation, { ours, theirs }, { quick, rounds, many, name }));
      }
      return rows;
    } finally {
      await ours.stop();
    }
  } finally {
    await theirs.stop();
  }
}

async function row({ name, request, expected, told }, sides, context) {
  const seconds = context.quick ? secondsPerRound.quick : secondsPerRound.full;
  const side = (server) => () =>
    load({ server, request: (n) => request(server, n), connections: 1, seconds, expected });
  // Once before it counts, as servers that run have all that they need in memory.
  await side(sides.ours)();
  await side(sides.theirs)();
  const turns = await alternate(context.rounds, {
    ours: side(sides.ours),
    theirs: side(sides.theirs),
  });
  return figure(
    {
      name: `${name}, ${context.many.toLocaleString('en')} ÷ 1,000 invoices, ${context.name}`,
      told,
    },
    turns,
  );
}

async function keys({ name, url }, { rounds, many }) {
  const started = [];
  try {
    const side = async (count) => {
      const place = await createPlace(url);
      const child = await startChecks('keys/finvo.js', {
        DATABASE_URL: place.url,
        KEYS: String(count),
      });
      started.push({ place, child });
      await child.run(checksPerRound);
      return () => child.run(checksPerRound);
    };
    const theirs = await side(few);
    const ours = await side(many);
    const turns = await alternate(rounds, { ours, theirs });
    return figure({ name: `Key check, ${many.toLocaleString('en')} ÷ 1,000 keys, ${name}` }, turns);
  } finally {
    for (const { place, child } of started) {
      await child.stop();
      await place.drop();
    }
  }
}

function figure({ name, told }, { ours, theirs, ratio }) {
  return {
    name,
    ratio: ratio((our, their) => our.p50_ms / their.p50_ms),
    unit: '× the time',
    ...(!told && { must }),
    better: 'lower',
    against: '1,000',
    ours,
    theirs,
  };
}

/** A server with so many invoices of one account, and the ids and numbers of some of them, oldest first. */
async function filled(databaseUrl, count) {
  const server = await startServer({ databaseUrl, renderThreads: 1 });
  try {
    const headers = { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' };
    for (const request of patternRequests()) {
      const body = JSON.stringify(request);
      const answer = await fetch(`${server.url}/v1/invoices`, { method: 'POST', headers, body });
      if (answer.status !== 201) throw new Error(`A pattern was answered ${answer.status}`);
    }
    const account = await (await fetch(`${server.url}/v1/account`, { headers })).json();
    const place = { databaseUrl: server.databaseUrl, accountId: account.id, count };
    const stored = await storeInvoices(place);
    return {
      ...server,
      ids: stored.map(({ id }) => id),
      numbers: stored.map(({ number }) => number),
      month: stored[Math.floor(stored.length / 10)].date.slice(0, 7),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
