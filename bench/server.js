// The built server with an account and a key, and the floor beside it.
import { newAccount, newKey } from './account.js';
import { createPlace } from './database.js';
import { startProcess } from './process.js';

/**
 * Finvo on an empty database of its own on the server of `databaseUrl`, else on a new SQLite file.
 * `environment` is what an operator would set; with `probed` it answers `ask` as probe.js says.
 */
export async function startServer({
  databaseUrl,
  renderThreads = 2,
  environment = {},
  probed = false,
}) {
  const place = await createPlace(databaseUrl);
  try {
    const settings = { RENDER_THREADS: String(renderThreads), ...environment };
    const server = await startFinvo(place, settings, { probed });
    const account = await newAccount(server.url);
    return {
      ...server,
      ...account,
      databaseUrl: place.url,
      stop: async () => {
        await server.stop();
        await place.drop();
      },
    };
  } catch (error) {
    await place.drop();
    throw error;
  }
}

/** The hand-written server on the database of a running Finvo. */
export function startFloor(finvo) {
  return startBeside(finvo, 'bench/floor/main.js');
}

/** A script that serves keys of Finvo on DATABASE_URL, with an account of its own on a running Finvo's database. */
export async function startBeside(finvo, script, environment = {}) {
  const key = await newKey(finvo.url);
  const settings = { DATABASE_URL: finvo.databaseUrl, ...environment };
  return { ...(await startProcess(script, settings)), key };
}

/** Finvo on the database of a place, without an account of its own. */
export function startFinvo(place, environment = {}, options = {}) {
  const settings = { LOG_LEVEL: 'error', DATABASE_URL: place.url, RATE_LIMIT_PER_MINUTE: '0' };
  return startProcess('dist/main.js', { ...settings, ...environment }, options);
}
