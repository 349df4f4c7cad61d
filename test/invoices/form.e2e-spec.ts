import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';
import { type RunningApp, startApp } from '../support/app.js';
import { createAccount, createInvoice, type TestAccount } from '../support/factories.js';
import { parallel } from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';
import { storedRows } from '../support/stored.js';

let running: RunningApp;
let account: TestAccount;

beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.close());
beforeEach(async () => {
  running.clock.set('2026-01-19T10:00:00.000Z');
  account = await createAccount(running);
});

const get = (path: string, query: Record<string, string> = {}) =>
  request(running.url).get(`/dashboard/${path}`).set(account.session).query(query);
const invoice = (changes: Record<string, unknown> = {}) => {
  running.clock.advanceMs(1_000);
  return createInvoice(running.url, account, changes);
};
const saveProfile = (body: object) =>
  request(running.url)
    .put('/dashboard/organization')
    .set(account.session)
    .send({ name: 'Example Ltd', ...body })
    .expect(200);

describe('the recipients to pick from', () => {
  const names = async (query: Record<string, string> = {}) => {
    const { body } = await get('recipients', query).expect(200);
    return (body.data as { name: string }[]).map(({ name }) => name);
  };

  it('are none at first', async () => {
    expect((await get('recipients').expect(200)).body).toEqual({ data: [] });
  });

  it('are complete, so that the next invoice can be sent to them as they stand', async () => {
    const recipient = {
      name: 'Acme Corp',
      email: 'billing@acme.com',
      phone: '+1 555 0100',
      website: 'https://acme.example',
      tax_id: 'US-1',
      registration_number: 'R-1',
      address: { line1: '1 Street', city: 'Springfield', postal_code: '62701', country: 'US' },
    };
    await invoice({ recipient });
    const { body } = await get('recipients').expect(200);
    expect(body).toEqual({ data: [recipient] });
    await invoice({ recipient: body.data[0] as object });
    expect((await get('recipients')).body).toEqual({ data: [recipient] });
  });

  it('are no two the same, at most ten, and the one used last is first', async () => {
    for (let count = 1; count <= 12; count += 1) {
      await invoice({ recipient: { name: `Customer ${count}` } });
    }
    await invoice({ recipient: { name: 'Customer 3' } });
    const rest = [12, 11, 10, 9, 8, 7, 6, 5, 4].map((count) => `Customer ${count}`);
    expect(await names()).toEqual(['Customer 3', ...rest]);
  });

  it('are found by a part of name or mail address, in any case', async () => {
    await invoice({ recipient: { name: 'ÄPFEL GmbH', email: 'rechnung@example.com' } });
    await invoice({ recipient: { name: '100% Wool' } });
    expect(await names({ q: 'äpfel' })).toEqual(['ÄPFEL GmbH']);
    expect(await names({ q: 'RECHNUNG@' })).toEqual(['ÄPFEL GmbH']);
    expect(await names({ q: '%' })).toEqual(['100% Wool']);
    expect(await names({ q: '' })).toHaveLength(2);
    expect(await names({ q: 'nobody' })).toEqual([]);
  });

  it('are never those of another account', async () => {
    await invoice({ recipient: { name: 'Ours alone' } });
    const { session } = await createAccount(running);
    const answer = await request(running.url).get('/dashboard/recipients').set(session).expect(200);
    expect(answer.body).toEqual({ data: [] });
  });
});

describe('the next number', () => {
  const next = async (query: Record<string, string> = {}) =>
    (await get('next-number', query).expect(200)).body as unknown;

  it('is the one that the next invoice gets, and asking for it uses none', async () => {
    for (const number of ['INV-0001', 'INV-0002']) {
      expect(await next()).toEqual({ invoice_number: number });
      expect(await next()).toEqual({ invoice_number: number });
      expect(await invoice()).toMatchObject({ invoice_number: number });
    }
    expect((await storedRows(running, account)).numbersUsed).toBe(2);
  });

  it('steps over numbers that are taken, as numbering does', async () => {
    await parallel(120, (at) =>
      invoice({ invoice_number: `INV-${String(at + 1).padStart(4, '0')}` }),
    );
    await invoice({ invoice_number: 'INV-0122' });
    expect(await next()).toEqual({ invoice_number: 'INV-0121' });
    expect(await invoice()).toMatchObject({ invoice_number: 'INV-0121' });
    expect(await next()).toEqual({ invoice_number: 'INV-0123' });
    expect(await invoice()).toMatchObject({ invoice_number: 'INV-0123' });
  });

  it('can be tried out in another format, in that format’s own period', async () => {
    await invoice();
    await invoice();
    expect(await next({ number_format: 'R{0001}' })).toEqual({ invoice_number: 'R0003' });
    expect(await next({ number_format: '{YYYY}-{001}' })).toEqual({ invoice_number: '2026-001' });
    expect(await next()).toEqual({ invoice_number: 'INV-0003' });
    await saveProfile({ number_format: 'R{0001}' });
    expect(await invoice()).toMatchObject({ invoice_number: 'R0003' });
  });

  it('goes by today in the organization’s time zone', async () => {
    running.clock.set('2025-12-31T23:30:00.000Z');
    const format = { number_format: '{YYYY}-{0001}' };
    expect(await next(format)).toEqual({ invoice_number: '2025-0001' });
    await saveProfile({ time_zone: 'Europe/Berlin' });
    expect(await next(format)).toEqual({ invoice_number: '2026-0001' });
  });

  it('is refused for a format that the profile would refuse', async () => {
    for (const number_format of ['INV', '{MM}-{1}', 'INV-{0001}{0001}']) {
      const answer = await get('next-number', { number_format });
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual(['/number_format wrong_number_format']);
    }
  });
});

describe('the preview of a letterhead', () => {
  const preview = (body: object) =>
    request(running.url)
      .post('/dashboard/letterhead-preview')
      .set(account.session)
      .responseType('blob')
      .send(body);
  const pdfOf = async (body: object) => {
    const answer = await preview(body).expect(200);
    expect(answer.type).toBe('application/pdf');
    return answer.body as Buffer;
  };

  it('shows the unsaved profile on a watermarked sample, and saves nothing', async () => {
    const before = await storedRows(running, account);
    const text = await textOf(
      await pdfOf({
        name: 'Unsaved GmbH',
        email: 'post@example.com',
        tax_id: 'DE123456789',
        currency: 'EUR',
        number_format: '{YYYY}/{001}',
        payment: { iban: 'DE89370400440532013000' },
      }),
    );
    for (const shown of [
      'Unsaved GmbH',
      'post@example.com',
      'DE123456789',
      '2026/001',
      'DE89 3704',
      'PREVIEW',
      '€',
    ]) {
      expect(text.toUpperCase()).toContain(shown.toUpperCase());
    }
    expect(await storedRows(running, account)).toEqual(before);
    expect((await get('organization')).body).toMatchObject({
      name: 'Example Ltd',
      currency: 'USD',
    });
  });

  it('shows the accent colour and the logo', async () => {
    const plain = await pdfOf({ name: 'Example Ltd' });
    const red = await pdfOf({ name: 'Example Ltd', accent_color: '#ff0000' });
    expect(red.equals(plain)).toBe(false);
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z"/></svg>';
    await request(running.url)
      .put('/dashboard/organization/logo')
      .set(account.session)
      .attach('logo', Buffer.from(svg), 'logo.svg')
      .expect(204);
    const withLogo = await pdfOf({ name: 'Example Ltd' });
    expect(withLogo.includes('/Subtype /Image')).toBe(true);
    expect(plain.includes('/Subtype /Image')).toBe(false);
  });

  it('works in a currency without decimals and in one with three', async () => {
    for (const currency of ['JPY', 'KWD']) await pdfOf({ name: 'Example Ltd', currency });
  });

  it('refuses what saving would refuse, with the same pointers', async () => {
    const wrong = {
      name: '',
      accent_color: 'red',
      payment: { iban: 'DE00' },
      address: { line1: '\u{1F9FF}\u{E000}', country: 'Germany' },
      colour: 'red',
    };
    const saved = await request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send(wrong);
    const previewed = await request(running.url)
      .post('/dashboard/letterhead-preview')
      .set(account.session)
      .send(wrong);
    expectProblem(previewed, 422, 'validation_failed');
    expect(faultsOf(previewed)).toEqual(faultsOf(saved));
    expect(faultsOf(saved).length).toBeGreaterThan(4);
  });
});
