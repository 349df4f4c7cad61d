// What the check of a key costs beside the request that it lets in, and whether more keys make it slower.
import 'reflect-metadata';
import { Agent } from 'node:http';
import { createApp } from '../dist/app.js';
import { Database } from '../dist/common/database/database.js';
import { loadConfig } from '../dist/config/config.js';
import { KeysService } from '../dist/keys/keys.service.js';
import { newKey } from './account.js';
import { createPlace } from './database.js';
import { invoiceRequest } from './invoice.js';
import { median, percentiles, post } from './load.js';
import { storeKeys } from './stored-keys.js';

const few = 1000;
const checksPerRound = 2000;

/**
 * Rounds alternate between checks among few keys, checks among `many`, and JSON creates of one line over
 * HTTP, all in this process and on the same kind of database; medians of each.
 */
export async function keyChecks({ databaseUrl, many, rounds, creates }) {
  const [small, large] = [await open(databaseUrl, few), await open(databaseUrl, many)];
  const times = { small: [], large: [], create: [] };
  try {
    await small.check(checksPerRound);
    await large.check(checksPerRound);
    await small.create(creates);
    for (let round = 0; round < rounds; round += 1) {
      times.small.push(median(await small.check(checksPerRound)));
      times.create.push(median(await small.create(creates)));
      times.large.push(median(await large.check(checksPerRound)));
    }
  } finally {
    await small.close();
    await large.close();
  }
  return {
    few: percentiles(times.small),
    many: percentiles(times.large),
    create: percentiles(times.create),
  };
}

async function open(databaseUrl, count) {
  const place = await createPlace(databaseUrl);
  const environment = { DATABASE_URL: place.url, BASE_URL: 'http://127.0.0.1', LOG_LEVEL: 'error' };
  const app = await createApp(loadConfig({ ...environment, RATE_LIMIT_PER_MINUTE: '0' }));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const authorization = `Bearer ${await newKey(url)}`;
  const service = app.get(KeysService);
  const { accountId } = await service.verify(authorization.slice(7));
  const keys = await storeKeys(app.get(Database), accountId, count);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { authorization, 'content-type': 'application/json' };
  let made = 0;
  return {
    check: (times) => timed(times, () => service.verify(keys[(made += 1) % keys.length])),
    create: (times) =>
      timed(times, async () => {
        const body = JSON.stringify(invoiceRequest(1, (made += 1)));
        const status = await post({ url: `${url}/v1/invoices`, headers, agent, body });
        if (status !== 201) throw new Error(`The create answered ${status}`);
      }),
    close: async () => {
      agent.destroy();
      await app.close();
      await place.drop();
    },
  };
}

async function timed(times, work) {
  const timesMs = [];
  for (let at = 0; at < times; at += 1) {
    const before = performance.now();
    await work();
    timesMs.push(performance.now() - before);
  }
  return timesMs;
}
