import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { Database } from '../common/database/database.js';
import { MysqlDatabase } from '../common/database/mysql-database.js';
import { SqliteDatabase } from '../common/database/sqlite-database.js';
import { boundWaits } from './bounded-waits.js';
import { connect } from './connect.js';
import { isGaleraNode, readCausally } from './galera.js';
import { migrate } from './migrate.js';

/** Connects to the configured database with its schema up to date. */
export async function openDatabase(config: AppConfig['database']): Promise<Database> {
  const source = await connect(config);
  try {
    if (config.dialect !== 'sqlite' && (await isGaleraNode(source))) readCausally(source);
    await migrate(source);
    if (config.dialect === 'sqlite') {
      const reader = await connect(config);
      return new SqliteDatabase(source, reader, config.timeoutMs);
    }
    // Not before, as a migration of a large table takes longer than any request may.
    boundWaits(source, config.timeoutMs);
    return new MysqlDatabase(source);
  } catch (error) {
    await closeQuietly(source);
    throw error;
  }
}

async function closeQuietly(source: DataSource): Promise<void> {
  await source.destroy().catch(() => undefined);
}

/** The one database of the application. */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      inject: [APP_CONFIG],
      useFactory: (config: AppConfig) => openDatabase(config.database),
    },
  ],
  exports: [Database],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Runs after the HTTP server has answered its last request. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
