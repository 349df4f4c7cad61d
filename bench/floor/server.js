// The floor: the least that a server of invoices can cost on this machine. It is written by hand on node:http
// and asks the database for the same as Finvo, in the same transactions, on a schema that Finvo has migrated.
// It leaves out all that is not that work: validation, exact calculation, numbering rules, idempotency, limits,
// security headers, logs, metrics, retries, and the notes of who used a key that Finvo writes once a minute. It
// stores each invoice by a transaction of its own, where Finvo stores those together that come together.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { accountAnswer, newInvoice, numbered, summary, withLines } from './invoice.js';
import { openMysql } from './mysql.js';
import { openSqlite } from './sqlite.js';
import * as sql from './statements.js';

const million = 1_000_000;

/** Listens on loopback, on a free port unless one is given. Call `close` in the end. */
export async function startFloor(databaseUrl, port = 0) {
  const database = openDatabase(databaseUrl);
  const server = createServer((request, response) => {
    handle(database, request, response).catch((error) => {
      reply(response, 500, { error: String(error) });
    });
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}

/** The database behind a DATABASE_URL. */
export function openDatabase(url) {
  return url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openMysql(url);
}

async function handle(database, request, response) {
  const key = await checkedKey(database, request.headers.authorization);
  if (key === undefined) return reply(response, 401, { error: 'unknown key' });
  const { pathname, searchParams } = new URL(request.url, 'http://floor');
  if (request.method === 'POST') return create(database, key, request, response);
  if (pathname === '/v1/account') return readAccount(database, key, response);
  if (pathname === '/v1/invoices') {
    return list(database, key, Number(searchParams.get('limit') ?? 20), response);
  }
  return read(database, key, pathname.slice('/v1/invoices/'.length), response);
}

/** The row of the key in an Authorization header; undefined where it does not count. */
export async function checkedKey(database, authorization = '') {
  const hash = createHash('sha256').update(authorization.slice('Bearer '.length)).digest('hex');
  const [key] = await database.select(sql.selectKey, [hash]);
  const ended = key?.expires_at != null && key.expires_at <= new Date().toISOString();
  if (key === undefined || key.revoked_at !== null || ended || key.account_status !== 'active') {
    return undefined;
  }
  return key;
}

async function create(database, key, request, response) {
  const { row, lines, taxes } = await issue(database, key, JSON.parse(await text(request)));
  response.setHeader('location', `/v1/invoices/${row.id}`);
  reply(response, 201, withLines(row, lines, taxes));
}

/** Stores the invoice that a body asks for, and answers its rows. */
export async function issue(database, key, body) {
  const [account] = await database.select(sql.selectAccount, [key.account_id]);
  const { head, lines, taxes } = newInvoice(body, { key, account, now: new Date() });
  const row = await database.transaction(async (session) => {
    const { select, execute } = session;
    const sequence = await nextPlace(session, key.account_id);
    const stored = numbered(head, sequence);
    await execute(...sql.insertInvoice([stored]));
    await execute(...sql.insertLines(lines));
    await execute(...sql.insertTaxes(taxes));
    await countMonth(execute, stored);
    await select(sql.selectWebhooks, [key.account_id]);
    return stored;
  });
  return { row, lines, taxes };
}

async function nextPlace({ execute, count }, accountId) {
  const place = await count([accountId]);
  if (place !== undefined) return place;
  await execute(sql.startSeries, [accountId]);
  return 1;
}

async function countMonth(execute, { account_id, issue_date, currency, total_minor: total }) {
  const values = [Math.floor(total / million), total % million];
  values.push(account_id, issue_date.slice(0, 7), currency);
  if ((await execute(sql.countMonthOn, values)) === 0) await execute(sql.startMonth, values);
}

async function read(database, key, id, response) {
  const [[row], lines, taxes] = await Promise.all([
    database.select(sql.selectInvoice, [id, key.account_id]),
    database.select(sql.selectLines, [id]),
    database.select(sql.selectTaxes(1), [id]),
  ]);
  if (row === undefined) return reply(response, 404, { error: 'no such invoice' });
  reply(response, 200, withLines(row, lines, taxes));
}

async function list(database, key, limit, response) {
  const rows = await database.select(sql.selectPage(limit + 1), [key.account_id]);
  const ids = rows.map(({ id }) => id);
  const taxes = ids.length === 0 ? [] : await database.select(sql.selectTaxes(ids.length), ids);
  const taxesOf = (id) => taxes.filter((tax) => tax.invoice_id === id);
  const hasMore = rows.length > limit;
  const page = rows.slice(0, limit);
  reply(response, 200, {
    data: page.map((row) => summary(row, taxesOf(row.id))),
    has_more: hasMore,
    next_cursor: hasMore ? Buffer.from(page.at(-1).id).toString('base64url') : null,
  });
}

async function readAccount(database, key, response) {
  const [account] = await database.select(sql.selectAccount, [key.account_id]);
  reply(response, 200, accountAnswer(key.account_id, account));
}

function text(request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}

function reply(response, status, answer) {
  const body = JSON.stringify(answer);
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', Buffer.byteLength(body));
  response.statusCode = status;
  response.end(body);
}
