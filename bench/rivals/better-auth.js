// The API keys of better-auth on an empty database, as a process that checks them on request.
// Its rate limit per key, which is on by default, is off here, as Finvo's limits are in all measures.
import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import { createPool } from 'mysql2/promise';
import { serveChecks } from '../keys/checks.js';

const auth = betterAuth({
  secret: 'only for a measurement on this machine',
  baseURL: 'http://127.0.0.1',
  database: open(process.env.DATABASE_URL),
  emailAndPassword: { enabled: true },
  telemetry: { enabled: false },
  // It complains of the tables that are made below; what fails later is thrown.
  logger: { disabled: true },
  plugins: [apiKey({ rateLimit: { enabled: false } })],
});
await (await getMigrations(auth.options)).runMigrations();
const { user } = await auth.api.signUpEmail({
  body: { name: 'Bench', email: 'bench@example.com', password: 'correct horse battery staple' },
});
const keys = [];
while (keys.length < Number(process.env.KEYS)) {
  const { key } = await auth.api.createApiKey({ body: { name: 'Bench', userId: user.id } });
  keys.push(key);
}

serveChecks(async (n) => {
  const { valid, error } = await auth.api.verifyApiKey({ body: { key: keys[n % keys.length] } });
  if (!valid) throw new Error(`better-auth refused its key: ${error.message}`);
});

/** As durable as Finvo's. */
function open(url) {
  if (!url.startsWith('sqlite:')) {
    return createPool({
      uri: url.replace(/^mariadb:/, 'mysql:'),
      timezone: 'Z',
      connectionLimit: 10,
    });
  }
  const database = new Libsql(url.slice('sqlite:'.length));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return { dialect: new SqliteDialect({ database }), type: 'sqlite', transaction: true };
}
