// Finvo with so many keys on an empty database, as a process that checks them, or makes invoices, on request.
import 'reflect-metadata';
import { Agent, request } from 'node:http';
import { createApp } from '../../dist/app.js';
import { Database } from '../../dist/common/database/database.js';
import { loadConfig } from '../../dist/config/config.js';
import { KeysService } from '../../dist/keys/keys.service.js';
import { newKey } from '../account.js';
import { invoiceRequest } from '../invoice.js';
import { serveChecks } from './checks.js';
import { storeKeys } from './stored-keys.js';

const app = await createApp(
  loadConfig({
    DATABASE_URL: process.env.DATABASE_URL,
    BASE_URL: 'http://127.0.0.1',
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: '0',
  }),
);
await app.listen(0, '127.0.0.1');
const url = await app.getUrl();
const authorization = `Bearer ${await newKey(url)}`;
const service = app.get(KeysService);
const { accountId } = await service.verify(authorization.slice('Bearer '.length));
const keys = await storeKeys(app.get(Database), accountId, Number(process.env.KEYS));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

serveChecks((n) => service.verify(keys[n % keys.length]), create);

/** A JSON create of one line over HTTP. */
function create(n) {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const outgoing = request(`${url}/v1/invoices`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        if (answer.statusCode === 201) resolve();
        else reject(new Error(`The create answered ${answer.statusCode}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify(invoiceRequest(1, n)));
  });
}
