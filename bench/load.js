// The load generator: autocannon, with another body for each request, and what the server spent on it.
import autocannon from 'autocannon';
import { percentiles } from './rounds.js';

const timeoutSeconds = 60;
/** Counts on from run to run, so that no two requests are the same. */
let sent = 0;

/**
 * Keeps `connections` requests under way for about `seconds`, or until `amount` are answered. It counts requests
 * rather than time, so that none is cut off, whose work would then be done while the other side is measured.
 * `request(n)` answers `{ method?, path, body? }`, the body as an object. Answers requests per second, the median
 * and 99th percentile of the time to the last byte and, where that can be read, the CPU ms that the server spent
 * on a request. Any other status than `expected` is an error.
 */
export async function load({ seconds, amount, ...settings }) {
  const { connections } = settings;
  if (amount !== undefined) return answered({ ...settings, amount });
  const { per_s } = await answered({ ...settings, amount: connections });
  return answered({ ...settings, amount: Math.max(connections, Math.ceil(per_s * seconds)) });
}

async function answered({ server, request, connections, amount, expected = 200 }) {
  const headers = { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' };
  const timesMs = [];
  const statuses = new Set();
  const next = (defaults) => {
    const { body, ...rest } = request((sent += 1));
    return { ...defaults, ...rest, ...(body !== undefined && { body: JSON.stringify(body) }) };
  };
  // It looks only at the end of each sample whether it is done.
  const settings = { url: server.url, connections, amount, timeout: timeoutSeconds, sampleInt: 50 };
  const cpuBeforeMs = server.cpuMs();
  const startedMs = performance.now();
  let endedMs = startedMs;
  await new Promise((resolve, reject) => {
    const run = autocannon({ ...settings, requests: [{ headers, setupRequest: next }] }, (error) =>
      error ? reject(error) : resolve(),
    );
    run.on('response', (_client, status, _bytes, timeMs) => {
      timesMs.push(timeMs);
      statuses.add(status);
      endedMs = performance.now();
    });
    run.on('reqError', reject);
  });
  const cpuAfterMs = server.cpuMs();
  statuses.delete(expected);
  if (statuses.size > 0) throw new Error(`${server.url} answered ${[...statuses].join(', ')}`);
  return {
    ...percentiles(timesMs),
    per_s: timesMs.length / ((endedMs - startedMs) / 1000),
    ...(cpuAfterMs !== undefined && { cpu_ms: (cpuAfterMs - cpuBeforeMs) / timesMs.length }),
  };
}
