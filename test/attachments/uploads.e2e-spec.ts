import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { AttachmentExpiry } from '../../src/attachments/attachment-expiry.js';
import { Database } from '../../src/common/database/database.js';
import { type RunningApp, startApp } from '../support/app.js';
import {
  contentAt,
  files,
  macros,
  pdfOf,
  postAttachment,
  type SentFile,
  upload,
  zipped,
} from '../support/attachments.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { parallel, post } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { createSchedule } from '../support/schedules.js';
import { rowsOf } from '../support/tables.js';

const mib = 1_048_576;
const hourMs = 3_600_000;

describe('an uploaded file', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    account = await createAccount(running);
  });

  const get = (id: string, of = account) =>
    request(running.url).get(`/v1/attachments/${id}`).set(of.bearer);
  const remove = (id: string) =>
    request(running.url).delete(`/v1/attachments/${id}`).set(account.bearer);

  const stored = async () => (await rowsOf(running, 'attachments')).length;

  it.each(Object.entries(files) as [string, SentFile][])(
    'comes back byte for byte, to be saved and never run: %s',
    async (_, file) => {
      for (const door of ['bearer', 'session'] as const) {
        const { body, status } = await postAttachment(running, account, file, door);
        expect(status).toBe(201);
        expect(body).toEqual({
          id: expect.stringMatching(/^att_/),
          object: 'attachment',
          file_name: file.name,
          content_type: file.type,
          bytes: file.content.length,
          sha256: createHash('sha256').update(file.content).digest('hex'),
          created_at: running.clock.now().toISOString(),
        });
        const path = door === 'bearer' ? '/v1/attachments' : '/dashboard/attachments';
        const id = body.id as string;
        const answer = await contentAt(running, `${path}/${id}/content`, account[door]);
        expect(answer.body.equals(file.content)).toBe(true);
        expect(answer.headers).toMatchObject({
          'content-type': file.type,
          'content-disposition': `attachment; filename="${file.name}"`,
          'x-content-type-options': 'nosniff',
          'content-security-policy': "sandbox; default-src 'none'",
        });
        expect((await get(id).expect(200)).body).toEqual(body);
      }
    },
  );

  it.each<[string, Partial<SentFile>, string]>([
    ['a web page', { name: 'a.html', type: 'text/html' }, 'attachment_type_unsupported'],
    ['a text', { name: 'a.txt', type: 'text/plain' }, 'attachment_type_unsupported'],
    ['a ZIP', { content: zipped({ 'a.txt': 'x' }) }, 'attachment_type_unsupported'],
    ['a workbook with macros', { content: macros }, 'attachment_type_unsupported'],
    ['a program named .pdf', { content: Buffer.from('MZ\x90\x00') }, 'attachment_type_unsupported'],
    [
      'bytes named .csv',
      { name: 'a.csv', content: Buffer.of(65, 0) },
      'attachment_type_unsupported',
    ],
    ['a PNG said to be a PDF', { content: files.png.content }, 'attachment_type_mismatch'],
    [
      'a PDF said to be a CSV',
      { name: 'a.csv', type: 'text/csv', content: files.pdf.content },
      'attachment_type_mismatch',
    ],
  ])('is refused when it is %s', async (_, changes, code) => {
    const file = {
      name: 'a.pdf',
      type: 'application/pdf',
      content: Buffer.from('<b>x'),
      ...changes,
    };
    const before = await stored();
    expectProblem(await postAttachment(running, account, file), 415, code);
    expect(await stored()).toBe(before);
  });

  it.each([
    ['Zeitübersicht – Jänner.pdf', 'Zeitübersicht – Jänner.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\x\\hours.PDF', 'hours.PDF'],
    ['invoice.exe', 'invoice.exe.pdf'],
    ['fdp.\u202eexe.pdf', 'fdp.exe.pdf'],
    ['..', 'attachment.pdf'],
    [`${'ü'.repeat(240)}.pdf`, `${'ü'.repeat(191)}.pdf`],
  ])('that is called %j is kept as %j', async (name, kept) => {
    const { id, file_name } = await upload(running, account, { ...files.pdf, name });
    expect(file_name).toBe(kept);
    const { headers } = await contentAt(running, `/v1/attachments/${id}/content`, account.bearer);
    const disposition = headers['content-disposition'] ?? '';
    expect(decodeURIComponent(/''(.*)$/.exec(disposition)?.[1] ?? kept)).toBe(kept);
  });

  it('may have 10 MiB and not a byte more, and nothing of a larger one is stored', async () => {
    const file = pdfOf(10 * mib);
    const { id } = await upload(running, account, file);
    const { body } = await contentAt(running, `/v1/attachments/${id}/content`, account.bearer);
    expect(body.equals(file.content)).toBe(true);
    const before = await stored();
    const larger = await postAttachment(running, account, pdfOf(10 * mib + 1));
    expectProblem(larger, 413, 'body_too_large');
    const empty = await postAttachment(running, account, {
      ...files.pdf,
      content: Buffer.alloc(0),
    });
    expectProblem(empty, 422, 'validation_failed');
    expect(await stored()).toBe(before);
  });

  it('waits for its invoice within 100 MiB for each account, also with uploads at once', async () => {
    const { id } = await upload(running, account);
    const most = [100 * mib - 2 * files.csv.content.length, id];
    await running.app
      .get(Database)
      .transaction((session) =>
        session.execute('UPDATE attachments SET size = ? WHERE id = ?', most),
      );
    const before = await stored();
    const answers = await parallel(5, () => postAttachment(running, account, files.csv));
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.length).toBe(3);
    for (const answer of refused) expectProblem(answer, 409, 'too_many_unused_attachments');
    expect(await stored()).toBe(before + 2);
    const used = answers.find(({ status }) => status === 201);
    await createInvoice(running.url, account, { attachments: [used?.body.id] });
    await upload(running, account, files.csv);
    await upload(running, await createAccount(running));
  });

  it('can be deleted until an invoice, a draft or a schedule carries it', async () => {
    const [unused, used, drafted, planned] = await parallel(4, () => upload(running, account));
    await createInvoice(running.url, account, { attachments: [used!.id] });
    await createInvoice(running.url, account, { attachments: [drafted!.id], draft: true });
    const invoice = {
      recipient: { name: 'X' },
      attachments: [planned!.id],
      line_items: [{ description: 'X', quantity: 1, unit_price: 1 }],
    };
    await createSchedule(running, account, { invoice, start_date: '2026-12-31' });
    await remove(unused!.id).expect(204);
    expectProblem(await get(unused!.id), 404, 'not_found');
    expectProblem(await remove(unused!.id), 404, 'not_found');
    for (const { id } of [used!, drafted!, planned!])
      expectProblem(await remove(id), 409, 'attachment_in_use');
  });

  it('is deleted after 24 hours unless something carries it', async () => {
    const [unused, used] = await parallel(2, () => upload(running, account));
    await createInvoice(running.url, account, { attachments: [used!.id] });
    const expire = () => running.app.get(AttachmentExpiry).expire();
    running.clock.advanceMs(24 * hourMs);
    const late = await upload(running, account);
    await expire();
    await get(unused!.id).expect(200);
    running.clock.advanceMs(1);
    await expire();
    expectProblem(await get(unused!.id), 404, 'not_found');
    await get(used!.id).expect(200);
    await get(late.id).expect(200);
    const answer = await post(running.url, account, {
      attachments: [unused!.id],
      recipient: { name: 'X' },
      line_items: [{ description: 'X', quantity: 1, unit_price: 1 }],
    });
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual(['/attachments/0 unknown_attachment']);
  });
});
