import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { parallel, post } from '../support/invoices.js';

const vat = { name: 'VAT 19', tax_name: 'VAT', rate: '19' };

describe('tax presets', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    account = await createAccount(running);
  });

  const add = async (body: object) =>
    request(running.url).post('/v1/tax-presets').set(account.bearer).send(body);
  const taxed = (...taxes: object[]) => ({
    line_items: [{ description: 'Work', quantity: 1, unit_price: 100, taxes }],
  });

  it('are kept for the account and reached through both doors', async () => {
    const added = await add(vat);
    expect(added.status).toBe(201);
    expect(added.body).toEqual({
      id: expect.stringMatching(/^txp_/),
      ...vat,
      category: 'S',
      compound: false,
      exemption_reason: null,
      created_at: expect.any(String),
    });
    const { id } = added.body as { id: string };
    const changed = { name: 'Export', tax_name: 'VAT', rate: '0', category: 'G' };
    const door = `/dashboard/tax-presets/${id}`;
    const put = await request(running.url).put(door).set(account.session).send(changed).expect(200);
    expect(put.body).toEqual({ ...added.body, ...changed });
    for (const [path, credential] of [
      ['/v1/tax-presets', account.bearer],
      ['/dashboard/tax-presets', account.session],
    ] as const) {
      const list = await request(running.url).get(path).set(credential).expect(200);
      expect(list.body).toEqual({ data: [put.body] });
      const one = await request(running.url).get(`${path}/${id}`).set(credential).expect(200);
      expect(one.body).toEqual(put.body);
    }
    await request(running.url).delete(`/v1/tax-presets/${id}`).set(account.bearer).expect(204);
    await request(running.url).get(door).set(account.session).expect(404);
    await request(running.url).put(door).set(account.session).send(changed).expect(404);
    await request(running.url).delete(door).set(account.session).expect(404);
  });

  it('stand in an invoice by name or id, as they were when it was made', async () => {
    const { body } = await add(vat);
    const { id } = body as { id: string };
    const by = async (preset: string) => createInvoice(running.url, account, taxed({ preset }));
    const invoice = await by('VAT 19');
    expect(invoice).toMatchObject({
      taxes: [{ name: 'VAT', rate: '19', category: 'S', tax_amount: '19.00' }],
    });
    expect((await by(id))['taxes']).toEqual(invoice['taxes']);
    const exempt = { ...vat, rate: '0', exemption_reason: 'Small business' };
    await request(running.url)
      .put(`/v1/tax-presets/${id}`)
      .set(account.bearer)
      .send(exempt)
      .expect(200);
    expect(await by('VAT 19')).toMatchObject({
      taxes: [{ category: 'E', exemption_reason: 'Small business', tax_amount: '0.00' }],
    });
    const read = await request(running.url).get(`/v1/invoices/${invoice.id}`).set(account.bearer);
    expect(read.body).toEqual(invoice);
  });

  it('that are not there, are another account’s or come with a tax are refused where they stand', async () => {
    await add(vat);
    const other = await createAccount(running);
    const faults = async (who: TestAccount, ...taxes: object[]) => {
      const answer = await post(running.url, who, { recipient: { name: 'x' }, ...taxed(...taxes) });
      expect(answer.status).toBe(422);
      return (answer.body as { errors: { pointer: string; code: string }[] }).errors.map(
        ({ pointer, code }) => [pointer, code],
      );
    };
    expect(await faults(other, { preset: 'VAT 19' })).toEqual([
      ['/line_items/0/taxes/0/preset', 'unknown_tax_preset'],
    ]);
    expect(await faults(account, { preset: 'VAT 19', rate: 7 }, { preset: 'no' })).toEqual([
      ['/line_items/0/taxes/0/preset', 'preset_or_tax'],
      ['/line_items/0/taxes/1/preset', 'unknown_tax_preset'],
    ]);
    expect(await faults(account, { preset: 'VAT 19' }, { name: 'VAT', rate: 19 })).toEqual([
      ['/line_items/0', 'tax_repeated'],
    ]);
  });

  it('have a name each, and go together with their category', async () => {
    await add(vat);
    const again = await add(vat);
    expect([again.status, again.body]).toMatchObject([
      409,
      { code: 'tax_preset_name_taken', errors: [{ pointer: '/name' }] },
    ]);
    const wrong = await add({ ...vat, name: 'x', category: 'AE' });
    expect([wrong.status, wrong.body]).toMatchObject([
      422,
      { errors: [{ pointer: '/category', code: 'tax_category_rate' }] },
    ]);
    const { body } = await add({ ...vat, name: 'Second' });
    const { id } = body as { id: string };
    await request(running.url)
      .put(`/v1/tax-presets/${id}`)
      .set(account.bearer)
      .send(vat)
      .expect(409);
  });

  it('are a hundred at most, however many come at once', async () => {
    for (let at = 0; at < 97; at += 1) await add({ ...vat, name: `Preset ${at}` });
    const answers = await parallel(6, (at) => add({ ...vat, name: `Late ${at}` }));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'too_many_tax_presets',
    });
  });
});
