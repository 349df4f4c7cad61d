import 'reflect-metadata';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.js';
import { type AppConfig, loadConfig } from '../../src/config/config.js';
import { TestClock } from './test-clock.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** The real application on a real port with a database of its own. */
export interface RunningApp {
  readonly app: NestFastifyApplication;
  readonly config: AppConfig;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  /** Where it answers, such as `http://127.0.0.1:41234`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the application; `environment` is what an operator would set. Close it in `afterAll`. */
export async function startApp(
  environment: Record<string, string> = {},
  clock = new TestClock(),
): Promise<RunningApp> {
  const database = await createTestDatabase();
  const running = await startAppOn(database, environment, clock);
  return {
    ...running,
    close: async () => {
      await running.close();
      await database.drop();
    },
  };
}

/** Starts the application on a database that exists already, such as that of another running one. */
export async function startAppOn(
  database: TestDatabase,
  environment: Record<string, string> = {},
  clock = new TestClock(),
): Promise<RunningApp> {
  const config = loadConfig({
    DATABASE_URL: database.url,
    BASE_URL: 'http://127.0.0.1',
    RENDER_THREADS: '1',
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'fatal',
    FINVO_SECRET: 'a secret that only the tests know',
    ...environment,
  });
  const app = await createApp(config, clock);
  await app.listen(0, '127.0.0.1');
  return { app, config, clock, database, url: await app.getUrl(), close: () => app.close() };
}
