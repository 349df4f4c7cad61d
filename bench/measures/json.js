// The JSON paths beside the floor: how much of what the machine can do is left to the caller.
import { invoiceRequest } from '../invoice.js';
import { load } from '../load.js';
import { during } from '../process.js';
import { alternate } from '../rounds.js';
import { startFloor, startServer } from '../server.js';

const lines = 3;
const connections = 32;
const stored = 1000;
/** Requests until Node has compiled what they run through. */
const warmUp = 500;

/** What a figure must be on a server, and what requests per second must be on SQLite. */
const operations = [
  {
    name: 'Read by id',
    request: (n, ids) => ({ path: `/v1/invoices/${ids[n % ids.length]}` }),
    server: { must: 0.75, goal: 0.9, cpuMust: 0.65, cpuGoal: 0.8 },
    embedded: { must: 0.45, goal: 0.6 },
  },
  { name: 'List page', request: () => ({ path: '/v1/invoices?limit=20' }) },
  { name: 'Key check', request: () => ({ path: '/v1/account' }) },
  // The last one, so that both sides have read from as many rows of their own.
  {
    name: 'JSON create',
    request: create,
    expected: 201,
    server: { must: 0.65, goal: 0.75, cpuMust: 0.55, cpuGoal: 0.65 },
    embedded: { must: 0.6, goal: 0.7 },
  },
];

function create(n) {
  return { method: 'POST', path: '/v1/invoices', body: invoiceRequest(lines, n) };
}

export default async function json({ databases, rounds, seconds }) {
  const rows = [];
  for (const database of databases) {
    const starts = [() => startServer({ databaseUrl: database.url }), startFloor];
    await during(starts, async (ours, theirs) => {
      const ids = { ours: await fill(ours), theirs: await fill(theirs) };
      for (const operation of operations) {
        const side = (server, known) => (bounds) =>
          load({
            server,
            request: (n) => operation.request(n, known),
            connections,
            expected: operation.expected,
            ...bounds,
          });
        const sides = { ours: side(ours, ids.ours), theirs: side(theirs, ids.theirs) };
        await sides.ours({ amount: warmUp });
        await sides.theirs({ amount: warmUp });
        const turns = await alternate(rounds, {
          ours: () => sides.ours({ seconds }),
          theirs: () => sides.theirs({ seconds }),
        });
        rows.push(...rowsOf(operation, database, turns));
      }
    });
  }
  return rows;
}

/** Stores invoices and answers the ids of some. */
async function fill(server) {
  // The first one starts the series, which the floor does not do for two at a time.
  for (const [amount, at] of [
    [1, 1],
    [stored, connections],
  ]) {
    await load({ server, request: create, connections: at, amount, expected: 201 });
  }
  const answer = await fetch(`${server.url}/v1/invoices?limit=100`, {
    headers: { authorization: `Bearer ${server.key}` },
  });
  return (await answer.json()).data.map(({ id }) => id);
}

function rowsOf({ name, server, embedded }, database, { ours, theirs, ratio }) {
  const { must, goal, cpuMust, cpuGoal } = (database.url === undefined ? embedded : server) ?? {};
  const shared = { against: 'floor', ours, theirs };
  const rate = {
    name: `${name} ÷ floor, ${database.name}`,
    ratio: ratio((our, their) => our.per_s / their.per_s),
    unit: '× requests/s',
    must,
    goal,
    ...shared,
  };
  if (ours.cpu_ms === undefined) return [rate];
  const cpu = {
    name: `${name} ÷ floor, CPU, ${database.name}`,
    ratio: ratio((our, their) => their.cpu_ms / our.cpu_ms),
    unit: '× per CPU ms',
    must: cpuMust,
    goal: cpuGoal,
    ...shared,
  };
  return [rate, cpu];
}
