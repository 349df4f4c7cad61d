import { stat } from 'node:fs/promises';
import { type AppConfig } from '../config/config.js';
import { backUp, type RowCounts } from '../database/backup/back-up.js';
import { BackupProblem } from '../database/backup/backup-problem.js';
import { restore } from '../database/backup/restore.js';
import { FaultsFound } from './command.js';

/** Writes the whole database into a new file while Finvo goes on working. */
export async function backup(config: AppConfig, [file = '']: readonly string[]): Promise<string> {
  const counts = await told(backUp(config.database, file, new Date()));
  const { size } = await stat(file);
  return [
    `${file} holds ${shown(counts)} (${(size / 1_048_576).toFixed(1)} MiB).`,
    `It holds no secret of this installation: keep ${secretOf(config)} too, in another place.`,
  ].join('\n');
}

/** Fills a database that nobody has used yet with a backup. */
export async function restoreBackup(
  config: AppConfig,
  [file = '']: readonly string[],
): Promise<string> {
  const counts = await told(restore(config.database, file));
  return [
    `${shown(counts)} are back.`,
    `Bring ${secretOf(config)} back too, then look at all of it with: npm run finvo -- verify`,
  ].join('\n');
}

async function told(work: Promise<RowCounts>): Promise<RowCounts> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof BackupProblem ? new FaultsFound(error.message) : error;
  }
}

function shown(counts: RowCounts): string {
  const { accounts = 0, invoices = 0, documents = 0 } = counts;
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${accounts} accounts, ${invoices} invoices and ${documents} PDFs (${rows} rows in all)`;
}

function secretOf({ secret }: AppConfig): string {
  return secret.text === undefined ? `the file ${secret.file}` : 'FINVO_SECRET';
}
