import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import {
  DatabaseUnavailable,
  isTransient,
  translateDatabaseError,
} from '../common/database/database-errors.js';
import { type AppConfig, ConfigError } from '../config/config.js';
import { createDataSource } from './data-sources.js';

const logEveryMs = 5_000;
const pauseMsMin = 100;
const pauseMsMax = 2_000;
/** How long a file may be busy that other processes make or migrate. */
const busyMsMax = 30_000;

/** What waiting does not mend, in the words of the operator. */
const refusals: Readonly<Record<string, string>> = {
  ER_ACCESS_DENIED_ERROR: 'The server of DATABASE_URL refuses its user or password',
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: 'The server of DATABASE_URL refuses its user or password',
  ER_DBACCESS_DENIED_ERROR: 'The user of DATABASE_URL may not use its database',
  ER_BAD_DB_ERROR: 'The server of DATABASE_URL has no database of that name',
};

/**
 * Connects, and waits for a server that is not there yet: whatever starts them both need not know their order.
 * @throws ConfigError when the server refuses, or does not answer within `waitMs`
 */
export async function connect(config: AppConfig['database']): Promise<DataSource> {
  return config.dialect === 'sqlite' ? connectToFile(config) : connectToServer(config);
}

/** Another process that makes the same file keeps it busy for a moment; everything else is there or never will be. */
async function connectToFile(config: AppConfig['database']): Promise<DataSource> {
  const giveUpAtMs = performance.now() + busyMsMax;
  for (;;) {
    try {
      return await createDataSource(config).initialize();
    } catch (error) {
      if (!isTransient(error) || performance.now() > giveUpAtMs) throw error;
      await sleep(Math.random() * pauseMsMin);
    }
  }
}

async function connectToServer(config: AppConfig['database']): Promise<DataSource> {
  const startedAtMs = performance.now();
  let loggedAtMs = Number.NEGATIVE_INFINITY;
  for (let pauseMs = pauseMsMin; ; pauseMs = Math.min(2 * pauseMs, pauseMsMax)) {
    try {
      return await createDataSource(config).initialize();
    } catch (error) {
      const code = awayCode(error);
      const waitedMs = performance.now() - startedAtMs;
      if (waitedMs + pauseMs > config.waitMs) throw gaveUp(code, config.waitMs);
      if (performance.now() - loggedAtMs >= logEveryMs) {
        loggedAtMs = performance.now();
        new Logger('Database').warn(
          `The database does not answer yet (${code}): waited ${Math.round(waitedMs / 1000)} of ${config.waitMs / 1000} seconds.`,
        );
      }
      await sleep(pauseMs);
    }
  }
}

/** The code of an error that may pass by itself; its message could hold the address. */
function awayCode(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  const refusal = refusals[code];
  if (refusal !== undefined) throw new ConfigError([`${refusal} (${code}).`]);
  if (!(translateDatabaseError(error) instanceof DatabaseUnavailable)) throw error;
  return code;
}

function gaveUp(code: string, waitMs: number): ConfigError {
  return new ConfigError([
    `The database of DATABASE_URL did not answer within ${waitMs / 1000} seconds (${code}); DATABASE_WAIT_SECONDS says how long to wait.`,
  ]);
}
