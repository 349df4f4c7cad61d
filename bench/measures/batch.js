// A batch of invoices, from the request to the last stored PDF, beside the bare renderer with as many of the same documents.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { renderBare } from '../bare-renderer.js';
import { invoiceRequest } from '../invoice.js';
import { during } from '../process.js';
import { alternate, round3 } from '../rounds.js';
import { startServer } from '../server.js';

const lines = 5;
const mebibyte = 1_048_576;

export default async function batch({ databases, quick, rounds, threads }) {
  const rows = quick ? 100 : 500;
  const figures = [];
  for (const database of databases) {
    const start = () => startServer({ databaseUrl: database.url, renderThreads: threads });
    const settings = { rows, threads, rounds: Math.min(rounds, 3) };
    await during([start], async (server) => {
      figures.push(...(await batchRows(server, database, settings)));
    });
  }
  return figures;
}

async function batchRows(server, { name }, { rounds, rows, threads }) {
  // The first batch fills caches and heaps, so that what grows after it is what batches leave behind.
  await runBatch(server, invoices(rows, 0));
  const peakBeforeMib = peakMib(server.pid);
  const { ours, theirs, ratio } = await alternate(rounds, {
    ours: (round) => runBatch(server, invoices(rows, round + 1)),
    theirs: () => renderBare({ lines, threads, concurrency: 6, count: rows }),
  });
  const throughput = {
    name: `Batch of ${rows} ÷ bare renderer, ${name}`,
    ratio: ratio((our, their) => our.per_s / their.per_s),
    unit: '× docs/s',
    must: 0.8,
    against: 'bare renderer',
    ours,
    theirs,
  };
  if (peakBeforeMib === undefined) return [throughput];
  const memory = {
    name: `Peak memory, ${rounds} more batches of ${rows} after the first, ${name}`,
    ratio: round3(peakMib(server.pid) - peakBeforeMib),
    unit: `MiB more than ${Math.round(peakBeforeMib)} MiB`,
  };
  return [throughput, memory];
}

function invoices(rows, round) {
  return Array.from({ length: rows }, (_, row) => invoiceRequest(lines, round * rows + row));
}

/** Documents per second of one batch, and what each of them cost. */
async function runBatch({ url, key, cpuMs }, list) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ invoices: list });
  const cpuBeforeMs = cpuMs();
  const startedMs = performance.now();
  const answer = await fetch(`${url}/v1/invoices/batch`, { method: 'POST', headers, body });
  if (answer.status !== 202) throw new Error(`The batch was answered ${answer.status}`);
  for (;;) {
    const state = await (await fetch(url + answer.headers.get('location'), { headers })).json();
    if (state.status === 'done') {
      if (state.rendered !== list.length) throw new Error(`Only ${state.rendered} PDFs are stored`);
      const cpuAfterMs = cpuMs();
      return {
        per_s: list.length / ((performance.now() - startedMs) / 1000),
        ...(cpuAfterMs !== undefined && { cpu_ms: (cpuAfterMs - cpuBeforeMs) / list.length }),
      };
    }
    await pause(50);
  }
}

/** The most memory that a process has ever held; only Linux says it. */
function peakMib(pid) {
  if (process.platform !== 'linux') return undefined;
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1];
  return (Number(kibibytes) * 1024) / mebibyte;
}
