// A batch of invoices, from the request to the last stored PDF, beside the bare renderer with as many of the same documents.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { renderBare } from './bare-renderer.js';
import { invoiceRequest } from './invoice.js';
import { median, round3 } from './load.js';
import { startServer } from './server.js';

const mebibyte = 1_048_576;

/** Runs `rounds` batches of `rows` in turns with the bare renderer; answers throughput and growth of memory. */
export async function batchJob({ name, databaseUrl }, { rounds, threads, lines, rows }) {
  const server = await startServer({ databaseUrl, renderThreads: threads });
  const ours = [];
  const theirs = [];
  const peaksMib = [];
  try {
    // The first batch fills caches and heaps, so that what grows after it is what batches leave behind.
    await runBatch(server, invoices(lines, rows, 0));
    peaksMib.push(peakMib(server.pid));
    for (let round = 1; round <= rounds; round += 1) {
      ours.push(await runBatch(server, invoices(lines, rows, round)));
      theirs.push((await renderBare({ lines, threads, concurrency: 6, count: rows })).per_s);
      peaksMib.push(peakMib(server.pid));
    }
  } finally {
    await server.stop();
  }
  return [
    {
      name: `Batch of ${rows} ÷ bare renderer, ${name}`,
      // Of each round on its own: its two halves met the same minute of the machine.
      ratio: round3(median(ours.map((perS, round) => perS / theirs[round]))),
      unit: 'docs/s ratio',
      must: 0.8,
      against: 'bare renderer',
      ours: { per_s: round3(median(ours)) },
      theirs: { per_s: round3(median(theirs)) },
    },
    {
      name: `Peak memory, ${rounds} more batches of ${rows} after the first, ${name}`,
      ratio: round3(peaksMib.at(-1) - peaksMib[0]),
      unit: `MiB more than ${Math.round(peaksMib[0])} MiB`,
    },
  ];
}

function invoices(lines, rows, round) {
  return Array.from({ length: rows }, (_, row) => invoiceRequest(lines, round * rows + row));
}

/** Documents per second of one batch. */
async function runBatch({ url, key }, list) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ invoices: list });
  const startedMs = performance.now();
  const answer = await fetch(`${url}/v1/invoices/batch`, { method: 'POST', headers, body });
  if (answer.status !== 202) throw new Error(`The batch was answered ${answer.status}`);
  for (;;) {
    const state = await (await fetch(url + answer.headers.get('location'), { headers })).json();
    if (state.status === 'done') {
      if (state.rendered !== list.length) throw new Error(`Only ${state.rendered} PDFs are stored`);
      return list.length / ((performance.now() - startedMs) / 1000);
    }
    await pause(50);
  }
}

/** The most memory that a process has ever held; only Linux says it. */
function peakMib(pid) {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1];
  return (Number(kibibytes) * 1024) / mebibyte;
}
