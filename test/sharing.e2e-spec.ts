import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { dayMs } from '../src/common/time/durations.js';
import { type RunningApp, startApp } from './support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from './support/factories.js';
import { getPdf, post } from './support/invoices.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { rowsOf, suspendAccount } from './support/tables.js';

const tokenOf = ({ url }: { readonly url: string }) => url.split('/i/')[1] ?? '';

describe('the link to an invoice', () => {
  let running: RunningApp;
  let account: TestAccount;
  let id: string;
  beforeAll(async () => {
    running = await startApp({ BASE_URL: 'https://billing.example.com' });
    account = await createAccount(running);
    ({ id } = await createInvoice(running.url, account));
  });
  afterAll(() => running.close());

  const doors = {
    '/v1/invoices': (of: TestAccount) => of.bearer,
    '/dashboard/invoices': (of: TestAccount) => of.session,
  };
  type Door = keyof typeof doors;
  const both = Object.keys(doors) as Door[];

  const create = (body?: object, door: Door = '/v1/invoices', invoiceId = id, of = account) =>
    request(running.url).post(`${door}/${invoiceId}/share-links`).set(doors[door](of)).send(body);
  const revoke = (linkId: string, door: Door = '/v1/invoices', invoiceId = id, of = account) =>
    request(running.url)
      .post(`${door}/${invoiceId}/share-links/${linkId}/revoke`)
      .set(doors[door](of));
  const made = async (body?: object) => {
    const link = (await create(body).expect(201)).body as { id: string; url: string };
    return { ...link, token: tokenOf(link) };
  };
  const open = (token: string) => request(running.url).get(`/shared/${token}`);
  const openPdf = (token: string) =>
    request(running.url).get(`/shared/${token}/pdf`).responseType('blob');
  /** A problem without what is different for every request. */
  const problemOf = (answer: Response) => {
    expectProblem(answer, 404, 'not_found');
    const { request_id, ...problem } = answer.body as Record<string, unknown>;
    return { request_id: typeof request_id, ...problem };
  };

  it.each(both)('is made through %s, and shows the invoice to whoever has it', async (door) => {
    const { body } = await create({ expires_in_days: 30 }, door).expect(201);
    expect(body).toMatchObject({ status: 'active', revoked_at: null });
    expect(body.url).toMatch(/^https:\/\/billing\.example\.com\/i\/finvo_share_[\w-]{43}$/);
    expect(Date.parse(body.expires_at) - Date.parse(body.created_at)).toBe(30 * dayMs);
    const token = tokenOf(body);
    const shown = await open(token).expect(200);
    expect(shown.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
    });
    expect(shown.body).toEqual({
      type: 'invoice',
      invoice_number: expect.any(String),
      sender: 'Example Ltd',
      date: expect.any(String),
      valid_until: null,
      due_date: null,
      currency: 'USD',
      total: expect.any(String),
      voided_at: null,
      attachments: [],
      e_invoice: null,
    });
    const pdf = await openPdf(token).expect(200);
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(pdf.body).toEqual((await getPdf(running.url, account, id)).body);
  });

  it('leads to the e-invoice that the invoice is made as, and to none where it is a PDF alone', async () => {
    await request(running.url)
      .get(`/shared/${tokenOf(await made())}/e-invoice`)
      .expect(404);
    const address = { city: 'Paris', country: 'FR' };
    const { body: invoice } = await post(running.url, account, {
      ...invoiceBody({ format: 'ubl' }),
      organization: { tax_id: 'DE123456789', address: { ...address, country: 'DE' } },
      recipient: { name: 'Acme', address },
      line_items: [{ description: 'Work', quantity: 1, unit_price: 10, tax_rate: 19 }],
    });
    const { body: link } = await request(running.url)
      .post(`/v1/invoices/${invoice.id}/share-links`)
      .set(account.bearer)
      .expect(201);
    const token = tokenOf(link);
    const { body: shown } = await open(token).expect(200);
    expect(shown.e_invoice).toEqual({ format: 'ubl', url: `/shared/${token}/e-invoice` });
    const answer = await request(running.url).get(shown.e_invoice.url).expect(200);
    expect(answer.headers['content-type']).toBe('application/xml');
    expect(answer.text).toContain(invoice.invoice_number);
  });

  it('works for ninety days where nobody says how long', async () => {
    await made();
    running.clock.advanceMs(1);
    const link = await made();
    const { body } = await request(running.url)
      .get(`/v1/invoices/${id}/share-links`)
      .set(account.bearer)
      .expect(200);
    const [newest] = body.data;
    expect(newest.id).toBe(link.id);
    expect(newest.url).toBe(link.url);
    expect(Date.parse(newest.expires_at) - Date.parse(newest.created_at)).toBe(90 * dayMs);
  });

  it.each([
    [{ expires_in_days: 0 }, '/expires_in_days out_of_range'],
    [{ expires_in_days: 4000 }, '/expires_in_days out_of_range'],
    [{ expires_in_days: '7 days' }, '/expires_in_days wrong_type'],
    [{ expires: 7 }, '/expires unknown_field'],
  ])('is not made of %j', async (body, fault) => {
    const answer = await create(body);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual([fault]);
  });

  it('is dead from the answer of its revocation on, for page and PDF, and no different from one that never was', async () => {
    const link = await made();
    const other = await made();
    await revoke(link.id).expect(204);
    const never = problemOf(await open(`finvo_share_${'A'.repeat(43)}`));
    expect(problemOf(await open(link.token))).toEqual({ ...never });
    expect((await openPdf(link.token)).status).toBe(404);
    await revoke(link.id).expect(204);
    await open(other.token).expect(200);
  });

  it('expires to the millisecond', async () => {
    const link = await made({ expires_in_days: 1 });
    running.clock.advanceMs(dayMs - 1);
    await open(link.token).expect(200);
    running.clock.advanceMs(1);
    problemOf(await open(link.token));
    expect((await openPdf(link.token)).status).toBe(404);
  });

  it.each(['x', 'finvo_share_', `finvo_share_${'%00'.repeat(15)}`, 'FINVO_SHARE_'])(
    'is not opened by %s',
    async (token) => {
      expectProblem(await open(token), 404, 'not_found');
    },
  );

  it('is matched to the letter', async () => {
    const { token } = await made();
    const swapped = token.replace(/[a-z]$|[A-Z]$/, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    );
    const upper = `finvo_share_${token.slice(12).toUpperCase()}`;
    for (const wrong of [swapped, upper].filter((text) => text !== token))
      problemOf(await open(wrong));
  });

  it('can be made, seen and revoked by its own account alone', async () => {
    const link = await made();
    const stranger = await createAccount(running);
    const strangers = await createInvoice(running.url, stranger);
    for (const door of both) {
      expect((await create({}, door, id, stranger)).status).toBe(404);
      expect((await revoke(link.id, door, id, stranger)).status).toBe(404);
      // By way of an invoice of one's own it is none of one's links either.
      expect((await revoke(link.id, door, strangers.id, stranger)).status).toBe(404);
      const list = request(running.url).get(`${door}/${id}/share-links`);
      expect((await list.set(doors[door](stranger))).status).toBe(404);
    }
    await open(link.token).expect(200);
  });

  it('leads nowhere while its account is suspended', async () => {
    const suspended = await createAccount(running);
    const invoice = await createInvoice(running.url, suspended);
    const { body } = await create({}, '/v1/invoices', invoice.id, suspended).expect(201);
    const token = tokenOf(body);
    await open(token).expect(200);
    await suspendAccount(running, suspended.id);
    problemOf(await open(token));
  });

  it('is told in the audit log, without what opens it', async () => {
    const link = await made();
    await revoke(link.id).expect(204);
    await revoke(link.id).expect(204);
    const lines = (await rowsOf(running, 'audit_log')).filter((line) => line.target_id === link.id);
    expect(lines.map(({ kind }) => kind)).toEqual(['share_link_made', 'share_link_revoked']);
    expect(JSON.stringify(lines)).not.toContain(link.token.slice(12));
  });
});
