import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';
import { type RunningApp, startApp } from '../support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import { getPdf, post, postForPdf } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';

describe('the languages of an invoice', () => {
  let running: RunningApp;
  let account: TestAccount;

  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    account = await createAccount(running);
  });

  const create = (changes: object) => post(running.url, account, { ...invoiceBody(), ...changes });
  const profile = async (changes: object) => {
    await request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example Ltd', ...changes })
      .expect(200);
  };
  const printed = async (changes: object) => {
    const { body } = await postForPdf(running.url, account, { ...invoiceBody(), ...changes });
    return textOf(body);
  };

  it('are those of the request, and are told by the invoice', async () => {
    const { body } = await create({ language: 'de', second_language: 'en' });
    expect(body).toMatchObject({ language: 'de', second_language: 'en' });
    const read = await request(running.url)
      .get(`/v1/invoices/${String(body.id)}`)
      .set(account.bearer);
    expect(read.body).toMatchObject({ language: 'de', second_language: 'en' });
    const text = await textOf((await getPdf(running.url, account, body.id as string)).body);
    for (const word of [
      'Rechnung',
      'Invoice',
      'Gesamtbetrag / Total',
      'Seite 1 von 1 / Page 1 of 1',
    ])
      expect(text).toContain(word);
  });

  it('come from the profile where the request says nothing', async () => {
    await profile({ language: 'fr', second_language: 'de' });
    const usual = { language: 'fr', second_language: 'de' };
    expect((await create({})).body).toMatchObject(usual);
    expect((await create({ language: null, second_language: null })).body).toMatchObject(usual);
    expect((await create({ second_language: 'none' })).body.second_language).toBeNull();
    expect((await create({ second_language: 'en' })).body.second_language).toBe('en');
    // The profile's second language alone, as an invoice cannot have it twice.
    expect((await create({ language: 'de' })).body).toMatchObject({
      language: 'de',
      second_language: null,
    });
  });

  it.each([
    [{ language: 'de', second_language: 'de' }, '/second_language language_repeated'],
    [{ language: 'de-CH', second_language: 'de-AT' }, '/second_language language_repeated'],
    [{ second_language: 'en-GB' }, '/second_language language_repeated'],
    [{ language: 'none' }, '/language not_a_choice'],
    [
      { language: 'klingon', second_language: 'xx' },
      '/language not_a_choice,/second_language not_a_choice',
    ],
  ])('are refused: %j', async (changes, faults) => {
    const answer = await create(changes);
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer).sort().join()).toBe(faults);
  });

  it.each([
    ['German', 'de'],
    ['pt_br', 'pt-BR'],
    ['zh-TW', 'zh-Hant'],
  ])('are guessed where they are written in another way: %s', async (language, meant) => {
    const [fault] = (await create({ language })).body.errors as { hint: string }[];
    expect(fault?.hint).toBe(`Did you mean "${meant}"?`);
  });

  it('belong to what an Idempotency-Key stands for', async () => {
    const key = { 'idempotency-key': 'languages' };
    await post(running.url, account, { ...invoiceBody(), second_language: 'fr' }, key);
    const other = { ...invoiceBody(), second_language: 'de' };
    expectProblem(await post(running.url, account, other, key), 422, 'idempotency_key_reused');
  });

  it('print the account’s own wordings, of a language in its countries too', async () => {
    await profile({
      labels: { en: { invoice: 'Tax invoice', tax_name: 'GST' }, de: { due_date: 'Fällig am' } },
    });
    const line_items = [{ description: 'x', quantity: 1, unit_price: 10, tax_rate: 10 }];
    const english = await printed({ language: 'en-AU', line_items });
    expect(english).toContain('Tax invoice');
    expect(english).toContain('GST 10%');
    expect(await printed({ language: 'de-AT', due_date: '2999-01-01' })).toContain('Fällig am');
    expect(await printed({ language: 'fr' })).toContain('Facture');
  });

  it('keep their words when the profile changes before the PDF is first read', async () => {
    await profile({ labels: { en: { invoice: 'Tax invoice' } } });
    const { id } = await createInvoice(running.url, account);
    await profile({ labels: { en: { invoice: 'Bill' } }, second_language: 'de' });
    const text = await textOf((await getPdf(running.url, account, id)).body);
    expect(text).toContain('Tax invoice');
    expect(text).not.toMatch(/Bill\n|Rechnung/);
  });

  it('are shown to the dashboard with their usual labels', async () => {
    const labels = (language: string) =>
      request(running.url).get('/dashboard/labels').query({ language }).set(account.session);
    const { body } = await labels('de-CH').expect(200);
    expect(body.labels).toMatchObject({ invoice: 'Rechnung', page: 'Seite {page} von {pages}' });
    expectProblem(await labels('xx'), 422, 'validation_failed');
  });
});
