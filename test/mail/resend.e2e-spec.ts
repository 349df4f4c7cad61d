import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { parallel } from '../support/invoices.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { expectProblem, faultsOf } from '../support/problem.js';

describe('a mail of an invoice', () => {
  const refused: Record<string, number> = { 'later@example.com': 450 };
  let server: MailServer;
  let running: RunningApp;
  let account: TestAccount;
  let address: string;
  let id: string;
  let count = 0;

  beforeAll(async () => {
    server = await startMailServer({ refused });
    running = await startApp({ SMTP_URL: server.url });
    account = await createAccount(running);
  });
  afterAll(async () => {
    await running.close();
    await server.close();
  });
  beforeEach(async () => {
    address = `again-${(count += 1)}@example.com`;
    const recipient = { name: 'Acme Corp', email: address };
    id = (await createInvoice(running.url, account, { recipient })).id;
    // Ids of one millisecond have no order among themselves.
    running.clock.advanceMs(1);
  });

  interface Email {
    readonly id: string;
    readonly status: string;
    readonly error: string | null;
    readonly resend_of: string | null;
  }
  const at = (suffix: string) => `/v1/invoices/${id}/emails${suffix}`;
  const post = (suffix: string, body: object = {}) =>
    request(running.url).post(at(suffix)).set(account.bearer).send(body);
  const send = async (body: object = {}) => (await post('', body).expect(202)).body as Email;
  const list = async () => {
    const { body } = await request(running.url).get(at('')).set(account.bearer).expect(200);
    return body.data as Email[];
  };
  const settled = async () => {
    await eventually(async () => (await list()).every(({ status }) => status !== 'queued'));
    return list();
  };
  const invoice = async (path = `/v1/invoices/${id}`) =>
    (await request(running.url).get(path).set(account.bearer).expect(200)).body as {
      email: unknown;
      data: { id: string; email: unknown }[];
    };

  it('is seen by those in cc and not by those in bcc, and each address gets it once', async () => {
    const cc = [`cc-${address}`, address];
    const bcc = [`bcc-${address}`, `cc-${address}`];
    expect(await send({ cc, bcc })).toMatchObject({
      to: [address],
      cc: [`cc-${address}`],
      bcc: [`bcc-${address}`],
    });
    const [mail] = await server.mailsTo(`bcc-${address}`);
    expect(mail!.envelopeTo).toEqual([address, `cc-${address}`, `bcc-${address}`]);
    expect(mail!.to).toEqual([{ name: '', address }]);
    expect(mail!.cc).toEqual([{ name: '', address: `cc-${address}` }]);
    expect(mail!.raw).not.toContain(`bcc-${address}`);
  });

  it('has ten addresses at most, in all fields together', async () => {
    const addresses = (letter: string, length: number) =>
      Array.from({ length }, (_, at) => `${letter}${at}@example.com`);
    const answer = await post('', {
      to: addresses('t', 4),
      cc: addresses('c', 4),
      bcc: addresses('b', 3),
    });
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual(['/bcc too_many']);
    const body = { cc: ['x'], bcc: 'a@example.com' };
    expect(faultsOf(await post('', body))).toEqual(['/cc wrong_format', '/bcc wrong_type']);
  });

  it('goes to the account as well where it wants copies', async () => {
    const copies = `copies-${address}`;
    const other = await createAccount(running);
    await request(running.url)
      .put('/dashboard/mail-settings')
      .set(other.session)
      .send({ copy_to: copies })
      .expect(200);
    const recipient = { name: 'Acme Corp', email: address };
    const copied = await createInvoice(running.url, other, { recipient });
    const answer = await request(running.url)
      .post(`/v1/invoices/${copied.id}/emails`)
      .set(other.bearer)
      .expect(202);
    expect(answer.body).toMatchObject({ to: [address], cc: [], bcc: [copies] });
    const [mail] = await server.mailsTo(copies);
    expect(mail!.raw).not.toContain(copies);
  });

  it('is sent again to the same addresses in the same words, as a mail of its own', async () => {
    const first = await send({ cc: [`cc-${address}`], subject: 'Once', message: 'Twice' });
    await server.mailsTo(address);
    await settled();
    const second = (await post(`/${first.id}/resend`).expect(202)).body as Email;
    expect(second).toEqual({
      ...first,
      id: expect.not.stringContaining(first.id),
      resend_of: first.id,
      created_at: running.clock.nowText(),
    });
    const [one, two] = await server.mailsTo(address, 2);
    expect([two!.subject, two!.text, two!.envelopeTo]).toEqual([
      one!.subject,
      one!.text,
      one!.envelopeTo,
    ]);
    expect(two!.messageId).not.toBe(one!.messageId);
    await settled();
  });

  it('is sent again once, however often and however fast somebody clicks', async () => {
    const first = await send();
    await settled();
    const answers = await parallel(8, () => post(`/${first.id}/resend`));
    const ids = answers.map(({ status, body }) => `${status} ${(body as Email).id}`);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^202 mail_/);
    await settled();
    const late = await post(`/${first.id}/resend`).expect(202);
    expect(`202 ${(late.body as Email).id}`).toBe(ids[0]);
    const mails = await settled();
    expect(mails).toHaveLength(2);
    expect(await server.mailsTo(address, 2)).toHaveLength(2);
    const third = await post(`/${mails[0]!.id}/resend`).expect(202);
    expect((third.body as Email).resend_of).toBe(mails[0]!.id);
    await server.mailsTo(address, 3);
    await settled();
  });

  it('is not sent again while it is on its way', async () => {
    const { id: mailId } = await send({ to: ['later@example.com'] });
    await eventually(async () => (await list())[0]!.error !== null);
    expectProblem(await post(`/${mailId}/resend`), 409, 'email_queued');
    expect(await list()).toHaveLength(1);
  });

  it('is not found under another invoice', async () => {
    const { id: mailId } = await send();
    await settled();
    const other = await createInvoice(running.url, account);
    for (const path of [`${other.id}/emails/${mailId}`, `${id}/emails/mail_nothing`]) {
      const answer = await request(running.url)
        .post(`/v1/invoices/${path}/resend`)
        .set(account.bearer);
      expectProblem(answer, 404, 'not_found');
    }
  });

  it('that has failed says why on the invoice and in the list, and can be tried again', async () => {
    refused[address] = 550;
    expect((await invoice()).email).toBeNull();
    const { id: mailId } = await send();
    await settled();
    const failed = {
      status: 'failed',
      last_sent_at: null,
      error: expect.stringContaining('no such mailbox'),
    };
    expect((await invoice()).email).toEqual(failed);
    Reflect.deleteProperty(refused, address);
    running.clock.advanceMs(1);
    await post(`/${mailId}/resend`).expect(202);
    await settled();
    const sent = { status: 'sent', last_sent_at: running.clock.nowText(), error: null };
    expect((await invoice()).email).toEqual(sent);
    const { data } = await invoice('/v1/invoices');
    expect(data.find((one) => one.id === id)?.email).toEqual(sent);

    refused[address] = 550;
    running.clock.advanceMs(1);
    await send();
    await settled();
    expect((await invoice()).email).toEqual({ ...failed, last_sent_at: sent.last_sent_at });
  });
});
