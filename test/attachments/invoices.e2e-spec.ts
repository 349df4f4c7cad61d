import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Database } from '../../src/common/database/database.js';
import { type RunningApp, startApp } from '../support/app.js';
import { type AttachmentAnswer, contentAt, files, pdfOf, upload } from '../support/attachments.js';
import { doneBatch, postBatch } from '../support/batches.js';
import { download, filesOf } from '../support/downloads.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { allNumbers, parallel, post } from '../support/invoices.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { createSchedule, madeBy } from '../support/schedules.js';

const mib = 1_048_576;

describe('the attachments of an invoice', () => {
  let server: MailServer;
  let running: RunningApp;
  let account: TestAccount;
  let pdf: AttachmentAnswer;
  let csv: AttachmentAnswer;
  beforeAll(async () => {
    server = await startMailServer();
    running = await startApp({ SMTP_URL: server.url });
    account = await createAccount(running);
    pdf = await upload(running, account, files.pdf);
    csv = await upload(running, account, files.csv);
  });
  afterAll(async () => {
    await running.close();
    await server.close();
  });

  const asked = (attachments: unknown) => post(running.url, account, invoiceBody({ attachments }));
  const answerOf = (file: AttachmentAnswer, door = '/v1') => {
    const { id, file_name, content_type, bytes, sha256 } = file;
    return { id, file_name, content_type, bytes, sha256, url: `${door}/attachments/${id}/content` };
  };
  const get = async (path: string, headers: Record<string, string> = account.bearer) =>
    (await request(running.url).get(path).set(headers).expect(200)).body as Record<string, unknown>;

  it('are in every answer, in their order, with addresses of the door that asks', async () => {
    const expected = [csv, pdf].map((file) => answerOf(file));
    const { body } = await asked([csv.id, pdf.id]);
    expect(body.attachments).toEqual(expected);
    expect((await get(`/v1/invoices/${body.id as string}`)).attachments).toEqual(expected);
    const [listed] = (await get('/v1/invoices?limit=1')).data as Record<string, unknown>[];
    expect(listed?.attachments).toEqual(expected);
    const seen = await get(`/dashboard/invoices/${body.id as string}`, account.session);
    expect(seen.attachments).toEqual([csv, pdf].map((file) => answerOf(file, '/dashboard')));
    const { body: preview } = await request(running.url)
      .post('/v1/invoices/preview')
      .set(account.bearer)
      .send(invoiceBody({ attachments: [csv.id] }))
      .expect(200);
    expect(preview.attachments).toEqual([answerOf(csv)]);
    expect((await createInvoice(running.url, account)).attachments).toEqual([]);
  });

  it('have names of their own, however they were uploaded', async () => {
    const again = await upload(running, account, { ...files.pdf, name: 'HOURS.pdf' });
    const { body } = await asked([pdf.id, again.id]);
    const names = (body.attachments as AttachmentAnswer[]).map(({ file_name }) => file_name);
    expect(names).toEqual(['hours.pdf', 'HOURS-2.pdf']);
  });

  it('are refused with their places, and no number is used', async () => {
    const before = (await allNumbers(running.url, account)).length;
    const foreign = await upload(running, await createAccount(running));
    const [six, seven] = [
      await upload(running, account, pdfOf(6 * mib)),
      await upload(running, account, pdfOf(4 * mib + 1)),
    ];
    const absent = `${pdf.id.slice(0, -6)}000000`;
    const faults = async (attachments: unknown) => {
      const answer = await asked(attachments);
      expectProblem(answer, 422, 'validation_failed');
      return answer;
    };
    const unknown = await faults([pdf.id, foreign.id]);
    expect(faultsOf(unknown)).toEqual(['/attachments/1 unknown_attachment']);
    const { request_id: _, ...asForeign } = unknown.body as Record<string, unknown>;
    const { request_id: __, ...asAbsent } = (await faults([pdf.id, absent])).body as Record<
      string,
      unknown
    >;
    expect(asForeign).toEqual(asAbsent);
    expect(faultsOf(await faults([pdf.id, csv.id, pdf.id]))).toEqual([
      '/attachments/2 attachment_repeated',
    ]);
    expect(faultsOf(await faults([six.id, seven.id]))).toEqual([
      '/attachments attachments_too_large',
    ]);
    expect(faultsOf(await faults(Array(6).fill(pdf.id)))).toEqual(['/attachments too_many']);
    expect(faultsOf(await faults([pdf.id, 7]))).toEqual(['/attachments wrong_type']);
    expect(faultsOf(await faults('att'))).toEqual(['/attachments wrong_type']);
    expect(await allNumbers(running.url, account)).toHaveLength(before);
  });

  it('are kept or deleted, never both, when invoices and deletions come at once', async () => {
    const uploads = await parallel(6, () => upload(running, account));
    const race = await parallel(6, async (at) => {
      const { id } = uploads[at]!;
      const [created, again, removed] = await Promise.all([
        asked([id]),
        asked([id, uploads[(at + 1) % 6]!.id]),
        request(running.url).delete(`/v1/attachments/${id}`).set(account.bearer),
      ]);
      return { id, invoices: [created, again], removed };
    });
    const carried = new Set(
      race.flatMap(({ invoices }) =>
        invoices.flatMap(({ status, body }) =>
          status === 201 ? (body.attachments as AttachmentAnswer[]).map(({ id }) => id) : [],
        ),
      ),
    );
    for (const { id, removed } of race) {
      const { status } = await contentAt(running, `/v1/attachments/${id}/content`, account.bearer);
      expect([removed.status, status]).toEqual(carried.has(id) ? [409, 200] : [204, 404]);
    }
  });

  it('that vanish between check and transaction make the request fail, with no number used', async () => {
    const { id } = await upload(running, account);
    const before = await allNumbers(running.url, account);
    const database = running.app.get(Database);
    const transaction = database.transaction.bind(database);
    // The deletion comes in exactly before the invoice's transaction.
    database.transaction = (work) => {
      database.transaction = transaction;
      return transaction((session) =>
        session.execute('DELETE FROM attachments WHERE id = ?', [id]),
      ).then(() => transaction(work));
    };
    const answer = await asked([id]);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual(['/attachments unknown_attachment']);
    expect(await allNumbers(running.url, account)).toEqual(before);
  });

  it('serve every invoice of a batch and of a schedule', async () => {
    const row = invoiceBody({ attachments: [pdf.id] });
    const bad = invoiceBody({ attachments: ['att_0'] });
    const { body: batch } = await postBatch(running, account, { invoices: [row, bad, row] });
    const done = await doneBatch(running, account, batch.id as string);
    expect(done).toMatchObject({ issued: 2, failed: 1 });
    const late = await upload(running, account);
    const { id } = await createSchedule(running, account, {
      invoice: invoiceBody({ attachments: [late.id] }),
      start_date: '2026-01-01',
    });
    await madeBy(running, account, { id, made: 1 });
    const [newest] = (await get('/v1/invoices?limit=1')).data as Record<string, unknown>[];
    expect(newest?.attachments).toEqual([answerOf(late)]);
  });

  it('go along in the mail, after the PDF', async () => {
    const recipient = { name: 'Acme', email: 'billing@acme.example' };
    const { id } = await createInvoice(running.url, account, {
      recipient,
      attachments: [csv.id, pdf.id],
    });
    await request(running.url).post(`/v1/invoices/${id}/emails`).set(account.bearer).expect(202);
    const [mail] = await server.mailsTo('billing@acme.example');
    const sent = mail!.attachments.map(({ filename, mimeType, content }) => ({
      name: filename,
      type: mimeType,
      content: Buffer.from(content as ArrayBuffer).toString('latin1'),
    }));
    expect(sent.slice(1)).toEqual(
      [files.csv, files.pdf].map(({ name, type, content }) => ({
        name,
        type,
        content: content.toString('latin1'),
      })),
    );
    expect(sent[0]?.name).toMatch(/^INV-\d+\.pdf$/);
  });

  it('lie in a folder beside their PDF, in the ZIP of invoices and in the export of the account', async () => {
    const of = await createAccount(running);
    const { id } = await upload(running, of, files.csv);
    await createInvoice(running.url, of, { attachments: [id] });
    await createInvoice(running.url, of);
    for (const [path, folder] of [
      ['invoice-export/zip', ''],
      ['account/export', 'invoices/'],
    ] as const) {
      const found = filesOf((await download(running.url, of, path)).bytes);
      const names = Object.keys(found).filter((name) => name.startsWith(`${folder}INV-`));
      expect(names.sort()).toEqual(
        ['INV-0001.pdf', 'INV-0001/hours.csv', 'INV-0002.pdf'].map((name) => folder + name),
      );
      expect(found[`${folder}INV-0001/hours.csv`]?.equals(files.csv.content)).toBe(true);
    }
  });

  it('are read by a link to their invoice as long as it works, and no others are', async () => {
    const { id } = await createInvoice(running.url, account, { attachments: [pdf.id] });
    const link = await request(running.url)
      .post(`/v1/invoices/${id}/share-links`)
      .set(account.bearer)
      .expect(201);
    const token = (link.body.url as string).split('/i/')[1]!;
    const url = `/shared/${token}/attachments/${pdf.id}`;
    const shared = await get(`/shared/${token}`, {});
    expect(shared.attachments).toEqual([{ file_name: 'hours.pdf', bytes: pdf.bytes, url }]);
    const answer = await contentAt(running, url);
    expect(answer.body.equals(files.pdf.content)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-disposition': 'attachment; filename="hours.pdf"',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-robots-tag': 'noindex, nofollow',
    });
    const other = await contentAt(running, `/shared/${token}/attachments/${csv.id}`);
    expect(other.status).toBe(404);
    await request(running.url)
      .post(`/v1/invoices/${id}/share-links/${link.body.id as string}/revoke`)
      .set(account.bearer)
      .expect(204);
    expect((await contentAt(running, url)).status).toBe(404);
  });
});
