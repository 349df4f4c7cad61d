import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Database } from '../../src/common/database/database.js';
import { rowsOf } from '../../src/pdf/testing/pdf-reader.js';
import { type RunningApp, startApp } from '../support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { getPdf, post } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';

describe('the layout of an invoice', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp({ RENDER_THREADS: '1' });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    account = await createAccount(running, { organizationName: 'Northwind' });
  });

  const put = (looks: object) =>
    request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Northwind', ...looks })
      .expect(200);
  const create = (changes: Record<string, unknown> = {}) =>
    createInvoice(running.url, account, changes);
  const pdfOf = async (id: string): Promise<Buffer> =>
    (await getPdf(running.url, account, id)).body;

  /** Where the name of the sender stands, as a share of the page's width. */
  async function nameAt(pdf: Buffer): Promise<number> {
    const names = (await rowsOf(pdf)).filter(({ text }) => text === 'Northwind');
    const topmost = names.sort((a, b) => b.y - a.y)[0]!;
    return (topmost.left + topmost.right) / 2 / 595.28;
  }

  it('is the clean one, with the logo where reading begins, as long as nobody chooses', async () => {
    const invoice = await create({ template: null, accent_color: null, logo_position: null });
    const usual = { template: 'clean', accent_color: null, logo_position: 'start' };
    expect(invoice).toMatchObject(usual);
    expect(await nameAt(await pdfOf(invoice.id))).toBeLessThan(0.4);
  });

  it('is that of the account, and a request may choose another for one invoice', async () => {
    await put({ template: 'classic', accent_color: '#0f766e', logo_position: 'center' });
    expect(await create()).toMatchObject({
      template: 'classic',
      accent_color: '#0f766e',
      logo_position: 'center',
    });
    const own = { template: 'compact', accent_color: '#b91c1c', logo_position: 'end' };
    const invoice = await create(own);
    expect(invoice).toMatchObject(own);
    expect(await nameAt(await pdfOf(invoice.id))).toBeGreaterThan(0.6);
    expect(await create()).toMatchObject({ template: 'classic' });
  });

  it('stays with the invoice, also where its PDF is first read after a change', async () => {
    await put({ logo_position: 'end' });
    const invoice = await create();
    await put({ template: 'compact', logo_position: 'start' });
    expect(await nameAt(await pdfOf(invoice.id))).toBeGreaterThan(0.6);
    const read = await request(running.url).get(`/v1/invoices/${invoice.id}`).set(account.bearer);
    expect(read.body).toMatchObject({ template: 'clean', logo_position: 'end' });
  });

  it('of an invoice from before there was a choice is rendered by its own version', async () => {
    const invoice = await create({ logo_position: 'end' });
    await running.app
      .get(Database)
      .transaction((session) =>
        session.execute("UPDATE invoices SET template = 'clean-1' WHERE id = ?", [invoice.id]),
      );
    expect(await nameAt(await pdfOf(invoice.id))).toBeLessThan(0.4);
    const read = await request(running.url).get(`/v1/invoices/${invoice.id}`).set(account.bearer);
    expect(read.body).toMatchObject({ template: 'clean' });
  });

  it('is shown on the sample invoice of the settings before it is saved', async () => {
    const sample = (looks: object) =>
      request(running.url)
        .post('/dashboard/letterhead-preview')
        .set(account.session)
        .responseType('blob')
        .send({ name: 'Northwind', ...looks });
    const [clean, compact, moved] = [
      await sample({}),
      await sample({ template: 'compact' }),
      await sample({ template: 'compact', logo_position: 'end' }),
    ].map(({ body }) => body as Buffer);
    expect(clean!.equals(compact!)).toBe(false);
    expect(await nameAt(compact!)).toBeLessThan(0.4);
    expect(await nameAt(moved!)).toBeGreaterThan(0.6);
  });

  it.each([
    ['template', 'modern', '/template not_a_choice'],
    ['template', 'clean-1', '/template not_a_choice'],
    ['template', '../clean-1', '/template not_a_choice'],
    ['accent_color', 'red', '/accent_color wrong_format'],
    ['logo_position', 'left', '/logo_position not_a_choice'],
    ['logo_position', 1, '/logo_position wrong_type'],
  ])('is refused where there is none such: %s %j', async (name, value, fault) => {
    const answer = await post(running.url, account, invoiceBody({ [name]: value }));
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual([fault]);
  });
});
