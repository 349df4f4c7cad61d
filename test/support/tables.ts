import { Database } from '../../src/common/database/database.js';
import { type RunningApp } from './app.js';
import { onServer } from './test-database.js';

/** Every table that an account's data can be in. */
export const tables = [
  'accounts',
  'users',
  'sessions',
  'logos',
  'api_keys',
  'invoices',
  'invoice_lines',
  'invoice_taxes',
  'documents',
  'number_series',
  'stepped_over_numbers',
  'month_totals',
  'tax_presets',
  'idempotency_keys',
  'outbox',
  'mail_settings',
  'password_resets',
  'audit_log',
  'known_browsers',
  'attempts',
  'api_key_usage',
  'share_links',
  'email_changes',
  'two_factor',
  'recovery_codes',
  'passkeys',
  'passkey_challenges',
  'batches',
  'batch_rows',
  'imports',
  'imported_invoices',
  'webhook_endpoints',
  'webhook_deliveries',
  'schedules',
  'schedule_occurrences',
  'customers',
  'items',
  'attachments',
] as const;

type Row = Record<string, unknown>;

/** All rows of a table as they are stored. */
export function rowsOf({ app }: Pick<RunningApp, 'app'>, table: (typeof tables)[number]) {
  return app.get(Database).read.select<Row>(`SELECT * FROM ${table}`);
}

/** Everything that the database holds, in every table there is, as one text to search in; bytes are read as Latin-1. */
export async function databaseDump(running: Pick<RunningApp, 'app'>): Promise<string> {
  const { read } = running.app.get(Database);
  const parts: string[] = [];
  for (const table of await everyTable(running)) {
    for (const row of await read.select<Row>(`SELECT * FROM ${table}`)) {
      for (const value of Object.values(row)) parts.push(textOf(value));
    }
  }
  return parts.join('\n');
}

/** The names of all tables, as the database itself says them. */
export async function everyTable({ app }: Pick<RunningApp, 'app'>): Promise<string[]> {
  const { read } = app.get(Database);
  const sql = onServer
    ? 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'
    : "SELECT name FROM sqlite_master WHERE type = 'table'";
  return (await read.select<{ name: string }>(sql)).map(({ name }) => name);
}

/**
 * Every row but what is written down of requests that only read or fail (visits, last uses, counts), to
 * tell that nothing has changed.
 */
export async function storedState(running: Pick<RunningApp, 'app'>): Promise<string[]> {
  const state: string[] = [];
  for (const table of tables) {
    if (['sessions', 'attempts', 'api_key_usage'].includes(table)) continue;
    for (const { last_used_at: _, last_used_ip: __, ...row } of await rowsOf(running, table)) {
      state.push(`${table}: ${Object.values(row).map(textOf).join(', ')}`);
    }
  }
  return state.sort();
}

function textOf(value: unknown): string {
  if (Buffer.isBuffer(value)) return value.toString('latin1');
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
  return String(value);
}

/** What an operator does to an account whose owner must not get in any more. */
export async function suspendAccount(
  { app }: Pick<RunningApp, 'app'>,
  accountId: string,
): Promise<void> {
  const sql = "UPDATE accounts SET status = 'suspended' WHERE id = ?";
  await app.get(Database).transaction((session) => session.execute(sql, [accountId]));
}
