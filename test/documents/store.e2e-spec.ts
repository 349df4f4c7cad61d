import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import { adminCommand } from '../../src/admin-command.js';
import { Database } from '../../src/common/database/database.js';
import { type RunningApp, startApp, startAppOn } from '../support/app.js';
import { doneBatch, postBatch } from '../support/batches.js';
import { eventually } from '../support/eventually.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  password,
  type TestAccount,
} from '../support/factories.js';
import { type BytesAnswer, getPdf, postForPdf } from '../support/invoices.js';
import { describeS3, type S3Server, startS3Server } from '../support/s3-server.js';
import { type TcpGate, tcpGate } from '../support/tcp-gate.js';

const prefix = 'live/pdfs';

describeS3('PDFs in a store', () => {
  let s3: S3Server;
  let gate: TcpGate;
  let environment: Record<string, string>;
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    s3 = await startS3Server();
    gate = await tcpGate({ host: '127.0.0.1', port: s3.port });
    environment = s3.environment({ port: gate.port, prefix });
    running = await startApp(environment);
    account = await createAccount(running);
  });
  afterAll(async () => {
    await running.close();
    await gate.shut();
    await s3.close();
  });

  const keysOf = (id: string) => s3.keys(`${prefix}/${account.id}/${id}/`);
  const rowOf = async (id: string) => {
    const rows = await running.app
      .get(Database)
      .read.select<{ length: number; size: number; object_key: string; sha256: string }>(
        'SELECT LENGTH(bytes) AS length, size, object_key, sha256 FROM documents WHERE invoice_id = ?',
        [id],
      );
    return rows[0]!;
  };
  const idOf = ({ headers }: BytesAnswer) => headers['finvo-invoice-id'] as string;
  const codeOf = ({ body }: BytesAnswer) => (JSON.parse(body.toString()) as { code: string }).code;
  const verify = () =>
    adminCommand(['verify'], { DATABASE_URL: running.database.url, ...environment });

  it('are stored there once and answered with the same bytes, and the database has none of them', async () => {
    const made = await postForPdf(running.url, account);
    expect(made.status).toBe(201);
    const id = idOf(made);
    const row = await rowOf(id);
    expect(row).toMatchObject({ length: 0, size: made.body.length });
    expect(row.sha256).toBe(createHash('sha256').update(made.body).digest('hex'));
    expect(await keysOf(id)).toEqual([`${prefix}/${row.object_key}`]);
    expect(row.object_key).toMatch(new RegExp(`^${account.id}/${id}/${row.sha256}-\\w{12}\\.pdf$`));
    expect((await getPdf(running.url, account, id)).body.equals(made.body)).toBe(true);
  });

  it('are one document for readers who come at once, in two processes, and the bytes that lose are deleted', async () => {
    const { id } = await createInvoice(running.url, account);
    const other = await startAppOn(running.database, environment);
    try {
      const answers = await Promise.all(
        [running.url, other.url, running.url, other.url].map((url) => getPdf(url, account, id)),
      );
      for (const { status, body } of answers) {
        expect(status).toBe(200);
        expect(body.equals(answers[0]!.body)).toBe(true);
      }
      const { object_key: key } = await rowOf(id);
      await eventually(async () => (await keysOf(id)).length === 1);
      expect(await keysOf(id)).toEqual([`${prefix}/${key}`]);
    } finally {
      await other.close();
    }
  });

  it('of a batch are there when it is done', async () => {
    const invoices = Array.from({ length: 3 }, () => invoiceBody());
    const { body: batch } = await postBatch(running, account, { invoices });
    await doneBatch(running, account, batch.id as string);
    const list = await request(running.url)
      .get('/v1/invoices?limit=3')
      .set(account.bearer)
      .expect(200);
    for (const { id } of list.body.data as { id: string }[]) {
      expect(await keysOf(id)).toEqual([`${prefix}/${(await rowOf(id)).object_key}`]);
    }
  });

  it('while the store is away cannot be read (503), but known ones and their headers can, and all else goes on', async () => {
    const made = await postForPdf(running.url, account);
    await gate.shut();
    try {
      const away = await getPdf(running.url, account, idOf(made));
      expect([away.status, codeOf(away)]).toEqual([503, 'documents_unavailable']);
      expect(away.headers['retry-after']).toBeDefined();
      const etag = made.headers.etag as string;
      const known = await getPdf(running.url, account, idOf(made), { 'if-none-match': etag });
      expect(known.status).toBe(304);
      const head = await request(running.url)
        .head(`/v1/invoices/${idOf(made)}/pdf`)
        .set(account.bearer);
      expect(head.headers).toMatchObject({ etag, 'content-length': String(made.body.length) });
      const issued = await postForPdf(running.url, account);
      expect([issued.status, codeOf(issued)]).toEqual([503, 'pdf_not_ready']);
      await createInvoice(running.url, account);
      await request(running.url).get('/health/ready').expect(200);
      expect((await verify()).said).toMatch(/store that cannot be reached/);
      await gate.open();
      const [again, late] = await Promise.all([
        getPdf(running.url, account, idOf(made)),
        getPdf(running.url, account, idOf(issued)),
      ]);
      expect(again.body.equals(made.body)).toBe(true);
      expect(late.status).toBe(200);
    } finally {
      await gate.open().catch(() => undefined);
    }
  });

  it('are answered as missing for now within ten seconds where the store says nothing at all', async () => {
    const made = await postForPdf(running.url, account);
    gate.hang();
    const before = performance.now();
    const hung = await getPdf(running.url, account, idOf(made));
    expect([hung.status, codeOf(hung)]).toEqual([503, 'documents_unavailable']);
    expect(performance.now() - before).toBeLessThan(15_000);
    await gate.shut();
    await gate.open();
    expect((await getPdf(running.url, account, idOf(made))).status).toBe(200);
  });

  it('are verified, and one that somebody has changed in the store is found and never answered', async () => {
    const made = await postForPdf(running.url, account);
    const { object_key: key } = await rowOf(idOf(made));
    expect(await verify()).toMatchObject({ succeeded: true });
    await s3.put(`${prefix}/${key}`, Buffer.from('%PDF-1.7'));
    expect((await getPdf(running.url, account, idOf(made))).status).toBe(500);
    const found = await verify();
    expect(found.succeeded).toBe(false);
    expect(found.said).toContain(
      `${account.id} ${idOf(made)} (${made.headers['finvo-invoice-number']}): its PDF is not the one that was stored`,
    );
    await s3.put(`${prefix}/${key}`, made.body);
    expect((await getPdf(running.url, account, idOf(made))).body.equals(made.body)).toBe(true);
  });

  it('are in the ZIP of an account', async () => {
    const other = await createAccount(running);
    const made = await postForPdf(running.url, other);
    const zip = await request(running.url)
      .get('/dashboard/invoice-export/zip')
      .set(other.session)
      .responseType('blob');
    expect(zip.status).toBe(200);
    expect((zip.body as Buffer).includes(made.body)).toBe(true);
  });

  it('go with their account, later where the store is away meanwhile', async () => {
    const leave = (leaving: TestAccount) =>
      request(running.url)
        .post('/dashboard/account/delete')
        .set(leaving.session)
        .send({ organization_name: 'Example Ltd', password });
    const [now, later] = await Promise.all([createAccount(running), createAccount(running)]);
    for (const each of [now, later]) await postForPdf(running.url, each);
    expect(await s3.keys(`${prefix}/${now.id}/`)).toHaveLength(1);
    expect((await leave(now)).ok).toBe(true);
    expect(await s3.keys(`${prefix}/${now.id}/`)).toEqual([]);
    await gate.shut();
    expect((await leave(later)).ok).toBe(true);
    await gate.open();
    expect(await s3.keys(`${prefix}/${later.id}/`)).toHaveLength(1);
    // The next start goes on with what was begun.
    const next = await startAppOn(running.database, environment);
    try {
      await eventually(async () => (await s3.keys(`${prefix}/${later.id}/`)).length === 0);
    } finally {
      await next.close();
    }
    expect((await verify()).succeeded).toBe(true);
  });
});
