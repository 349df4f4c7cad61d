// Invoices in bulk, straight into the tables: a million of them through the API would take hours. Each is a copy
// of one that the API has made, with an id, a number, a recipient and dates of its own.
import 'reflect-metadata';
import { loadConfig } from '../dist/config/config.js';
import { openDatabase } from '../dist/database/database.module.js';
import { sumUpMonths } from '../dist/database/migrations/1766300000000-month-totals.js';
import { base62, randomBase62 } from '../dist/common/ids/id.js';

const invoicesPerTransaction = 10_000;
const rowsPerInsert = 500;
const dayMs = 86_400_000;
const years = 5;
const recipients = 4_000;
/** The recipient of the invoices that are copied: his name, which gives way to another one in each copy. */
const patternRecipient = 'Pattern Customer';

const patternTables = {
  invoices: `SELECT * FROM invoices WHERE account_id = ? AND status = 'issued'`,
  invoice_lines: `SELECT l.* FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id WHERE i.account_id = ?`,
  invoice_taxes: `SELECT t.* FROM invoice_taxes t JOIN invoices i ON i.id = t.invoice_id WHERE i.account_id = ?`,
};
/** What a copy has instead of what its pattern `p` has; \`s\` is its seed. */
const copied = {
  id: 's.id',
  number: 's.number',
  series_sequence: 's.sequence',
  issue_date: 's.issue_date',
  due_date: 's.due_date',
  created_at: 's.created_at',
  recipient: `REPLACE(p.recipient, '${patternRecipient}', s.recipient)`,
  recipient_text: `REPLACE(p.recipient_text, '${patternRecipient.toLowerCase()}', LOWER(s.recipient))`,
  search_text: `REPLACE(REPLACE(p.search_text, '${patternRecipient.toLowerCase()}', LOWER(s.recipient)),
    LOWER(p.number), LOWER(s.number))`,
  invoice_id: 's.id',
};

/** Requests of which storeInvoices makes copies: three currencies, one to four lines, three tax rates. */
export function patternRequests() {
  const currencies = ['EUR', 'EUR', 'EUR', 'EUR', 'USD', 'USD', 'JPY'];
  return currencies.map((currency, at) => ({
    currency,
    payment_terms_days: 30,
    recipient: {
      name: patternRecipient,
      email: `billing-${at}@example.com`,
      address: {
        line1: `${at + 1} Market Street`,
        city: 'Springfield',
        postal_code: '62701',
        country: 'US',
      },
    },
    line_items: Array.from({ length: (at % 4) + 1 }, (_, line) => ({
      description: `Consulting services, part ${line + 1}`,
      quantity: at + line + 1,
      unit_price: currency === 'JPY' ? '12000' : '150.00',
      tax_rate: [19, 7, 0][at % 3],
    })),
    notes: 'Thank you for your business.',
  }));
}

/**
 * Stores `count` copies of the invoices that an account has, evenly over the last five years up to now, on the
 * numbers behind its own, and answers some of them, oldest first and spread over the whole of it.
 */
export async function storeInvoices({ databaseUrl, accountId, count }) {
  const config = loadConfig({ DATABASE_URL: databaseUrl, BASE_URL: 'http://127.0.0.1' }).database;
  const database = await openDatabase(config);
  try {
    const columns = await makePatterns(database, accountId);
    const patterns = await database.read.select(
      'SELECT id, series, series_period, series_sequence FROM invoices WHERE account_id = ? ORDER BY id',
      [accountId],
    );
    const first = Math.max(...patterns.map((row) => Number(row.series_sequence))) + 1;
    const seedAt = seeds({ patterns, count, first });
    const known = [];
    for (let from = 0; from < count; from += invoicesPerTransaction) {
      const length = Math.min(invoicesPerTransaction, count - from);
      const part = Array.from({ length }, (_, at) => seedAt(from + at));
      await database.transaction((session) => storePart(session, columns, part));
      known.push(...part.filter((_, at) => (from + at) % Math.ceil(count / 2_000) === 0));
    }
    await database.transaction((session) =>
      session.execute(
        'UPDATE number_series SET next = ? WHERE account_id = ? AND series = ? AND period = ?',
        [first + count, accountId, patterns[0].series, patterns[0].series_period],
      ),
    );
    await database.transaction(async (session) => {
      await session.execute('DELETE FROM month_totals');
      await session.execute(sumUpMonths);
    });
    await dropPatterns(database);
    await analyze(database, config.dialect);
    return known.map(({ id, number, issue_date: date }) => ({ id, number, date }));
  } finally {
    await database.close();
  }
}

/** Copies of the invoices to be copied, where their table is not written to meanwhile; answers the columns of each. */
async function makePatterns(database, accountId) {
  return database.transaction(async (session) => {
    await session.execute(`CREATE TABLE bench_seeds (id varchar(32) PRIMARY KEY, pattern_id varchar(32),
      number varchar(40), sequence integer, recipient varchar(100), issue_date varchar(10), due_date varchar(10),
      created_at varchar(24))`);
    const columns = {};
    for (const [table, select] of Object.entries(patternTables)) {
      await session.execute(`CREATE TABLE bench_${table} AS ${select}`, [accountId]);
      const [row] = await session.select(`SELECT * FROM bench_${table} LIMIT 1`);
      columns[table] = Object.keys(row);
    }
    return columns;
  });
}

async function dropPatterns(database) {
  const tables = ['seeds', ...Object.keys(patternTables)];
  await database.transaction(async (session) => {
    for (const table of tables) await session.execute(`DROP TABLE bench_${table}`);
  });
}

/** The copy at a place of the sequence: its instant decides its id and its dates. */
function seeds({ patterns, count, first }) {
  const endMs = Date.now() - 60_000;
  const stepMs = (years * 365 * dayMs) / count;
  return (at) => {
    const instant = new Date(Math.round(endMs - (count - 1 - at) * stepMs));
    const day = (days) => new Date(instant.getTime() + days * dayMs).toISOString().slice(0, 10);
    return {
      id: `inv_${base62(instant.getTime(), 9)}${base62(at % 62 ** 4, 4)}${randomBase62(9)}`,
      pattern_id: patterns[at % patterns.length].id,
      number: `INV-${String(first + at).padStart(4, '0')}`,
      sequence: first + at,
      // A prime step, so that a recipient comes with every pattern.
      recipient: `Customer ${(at * 7919) % recipients} Ltd`,
      issue_date: day(0),
      due_date: day(30),
      created_at: instant.toISOString(),
    };
  };
}

async function storePart(session, columns, part) {
  await session.execute('DELETE FROM bench_seeds');
  for (let from = 0; from < part.length; from += rowsPerInsert) {
    const rows = part.slice(from, from + rowsPerInsert);
    const names = Object.keys(rows[0]);
    const places = rows.map(() => `(${names.map(() => '?').join(', ')})`).join(', ');
    const values = rows.flatMap((row) => Object.values(row));
    await session.execute(`INSERT INTO bench_seeds (${names.join(', ')}) VALUES ${places}`, values);
  }
  for (const [table, names] of Object.entries(columns)) {
    const key = table === 'invoices' ? 'id' : 'invoice_id';
    await session.execute(
      `INSERT INTO ${table} (${names.join(', ')})
       SELECT ${names.map((name) => copied[name] ?? `p.${name}`).join(', ')}
       FROM bench_seeds s JOIN bench_${table} p ON p.${key} = s.pattern_id`,
    );
  }
}

/** Statistics as a server has them that was not filled within a minute; SQLite does without. */
async function analyze(database, dialect) {
  if (dialect === 'sqlite') return;
  await database.read.select('ANALYZE TABLE invoices, invoice_lines, invoice_taxes');
}
