// A load generator: keeps a number of requests under way for a bounded time and measures each of them.
import { Agent, request } from 'node:http';

/**
 * Sends `body(n)` again and again over `connections` kept-alive connections for `seconds`.
 * Answers per second, and the median and 99th percentile of the time to the last byte; any other status than `expected` is an error.
 */
export async function load({ url, headers, body, connections, seconds, expected = 201 }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const timesMs = [];
  const startedMs = performance.now();
  const endMs = startedMs + seconds * 1000;
  let sent = 0;
  const worker = async () => {
    while (performance.now() < endMs) {
      const before = performance.now();
      const status = await post({ url, headers, agent, body: JSON.stringify(body((sent += 1))) });
      if (status !== expected) throw new Error(`${url} answered ${status}`);
      timesMs.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsedSeconds = (performance.now() - startedMs) / 1000;
  agent.destroy();
  return { ...percentiles(timesMs), per_s: timesMs.length / elapsedSeconds };
}

export function percentiles(timesMs) {
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50_ms: at(0.5), p99_ms: at(0.99) };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Three decimals are more than any of these figures is good for. */
export function round3(value) {
  return Math.round(value * 1000) / 1000;
}

/** Sends one request and answers its status once the last byte has come. */
export function post({ url, headers, agent, body }) {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.on('data', () => undefined);
      answer.on('end', () => resolve(answer.statusCode));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
