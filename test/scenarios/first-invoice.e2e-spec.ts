import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';
import { type RunningApp, startApp } from '../support/app.js';
import { cookieOf, sameOrigin } from '../support/factories.js';
import { expectProblem, faultsOf } from '../support/problem.js';

/** One story, told in order: each test goes on where the one before has ended. */
describe('a newcomer', () => {
  let running: RunningApp;
  let session: Record<string, string>;
  let key: { id: string; key: string; obscured: string };
  let invoiceId: string;
  let pdf: Buffer;

  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  const api = () => ({ authorization: `Bearer ${key.key}` });
  const order = {
    recipient: {
      name: 'Acme Corp',
      email: 'billing@acme.com',
      address: { city: 'Lyon', country: 'FR' },
    },
    line_items: [{ description: 'Website', quantity: 1, unit_price: '2400.00', tax_rate: 20 }],
  };

  it('is sent away from the API without a key, and told where to get one', async () => {
    const answer = await request(running.url).post('/generate').send(order);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer /);
  });

  it('signs up and is signed in at once', async () => {
    const answer = await request(running.url)
      .post('/dashboard/signup')
      .set(sameOrigin)
      .send({
        email: 'ada@example.com',
        password: 'a long enough password',
        organization_name: 'Ada & Co',
      })
      .expect(201);
    session = { ...sameOrigin, cookie: cookieOf(answer.headers['set-cookie']) };
    const me = await request(running.url).get('/dashboard/session').set(session).expect(200);
    expect(me.body).toMatchObject({
      user: { email: 'ada@example.com' },
      organization: { name: 'Ada & Co' },
    });
  });

  it('says who sends the invoices', async () => {
    await request(running.url)
      .put('/dashboard/organization')
      .set(session)
      .send({
        name: 'Ada & Co',
        address: { line1: '1 Rue de la Paix', city: 'Paris', country: 'FR' },
        currency: 'EUR',
        number_format: '{YYYY}-{001}',
        payment_terms_days: 30,
        payment: { iban: 'FR1420041010050500013M02606' },
      })
      .expect(200);
  });

  it('generates a key, sees it once, and finds it obscured from then on', async () => {
    const made = await request(running.url)
      .post('/dashboard/keys')
      .set(session)
      .send({ name: 'Shop' })
      .expect(201);
    key = made.body as typeof key;
    expect(key.key).toMatch(/^finvo_sk_[0-9A-Za-z]{38}$/);
    const list = await request(running.url).get('/dashboard/keys').set(session).expect(200);
    expect(JSON.stringify(list.body)).not.toContain(key.key);
    expect(list.body.data).toMatchObject([{ id: key.id, name: 'Shop', obscured: key.obscured }]);
  });

  it('tries the connection with the key alone', async () => {
    const answer = await request(running.url).get('/v1/account').set(api()).expect(200);
    expect(JSON.stringify(answer.body)).toContain('Ada & Co');
  });

  it('makes a typing error and is told how to mend it, before a number is used', async () => {
    const line_items = [{ description: 'Website', quantity: 1, price: '2400.00' }];
    const answer = await request(running.url)
      .post('/generate')
      .set(api())
      .send({ ...order, line_items });
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer).sort()).toEqual([
      '/line_items/0/price unknown_field',
      '/line_items/0/unit_price required',
    ]);
    expect(JSON.stringify(answer.body.errors)).toContain('Did you mean \\"unit_price\\"?');
  });

  it('looks at a preview first', async () => {
    const answer = await request(running.url)
      .post('/v1/invoices/preview')
      .set(api())
      .send(order)
      .expect(200);
    expect(answer.body).toMatchObject({
      total: '2880.00',
      currency: 'EUR',
      due_date: '2026-02-18',
    });
  });

  it('sends the order and gets a PDF with the first number of the year', async () => {
    const answer = await request(running.url)
      .post('/generate')
      .set({ ...api(), 'idempotency-key': 'order-1' })
      .send(order)
      .responseType('blob');
    expect([answer.status, answer.type]).toEqual([201, 'application/pdf']);
    expect(answer.headers['finvo-invoice-number']).toBe('2026-001');
    invoiceId = answer.headers['finvo-invoice-id'] ?? '';
    pdf = answer.body as Buffer;
    const text = await textOf(pdf);
    for (const shown of ['Ada & Co', 'Acme Corp', '2026-001', 'Website', '€2,880.00']) {
      expect(text).toContain(shown);
    }
  });

  it('loses the answer on the way, sends the order again and gets the same invoice', async () => {
    const answer = await request(running.url)
      .post('/generate')
      .set({ ...api(), 'idempotency-key': 'order-1' })
      .send(order)
      .responseType('blob');
    expect(answer.headers['finvo-invoice-id']).toBe(invoiceId);
    expect((answer.body as Buffer).equals(pdf)).toBe(true);
  });

  it('finds the invoice again, by key and in the dashboard, byte for byte', async () => {
    const listed = await request(running.url).get('/v1/invoices?q=acme').set(api()).expect(200);
    expect((listed.body.data as { id: string }[]).map(({ id }) => id)).toEqual([invoiceId]);
    const again = await request(running.url)
      .get(`/dashboard/invoices/${invoiceId}/pdf`)
      .set(session)
      .responseType('blob');
    expect((again.body as Buffer).equals(pdf)).toBe(true);
  });

  it('makes one by hand in the dashboard, which has the next number', async () => {
    const answer = await request(running.url)
      .post('/dashboard/invoices')
      .set(session)
      .send({ ...order, notes: 'By hand' })
      .expect(201);
    expect(answer.body).toMatchObject({ invoice_number: '2026-002', source: 'dashboard' });
  });

  it('revokes the key, which opens nothing from then on while the invoices stay', async () => {
    await request(running.url).post(`/dashboard/keys/${key.id}/revoke`).set(session).expect(204);
    expect((await request(running.url).post('/generate').set(api()).send(order)).status).toBe(401);
    const list = await request(running.url).get('/dashboard/invoices').set(session).expect(200);
    const numbers = (list.body.data as { invoice_number: string }[]).map((i) => i.invoice_number);
    expect(numbers.sort()).toEqual(['2026-001', '2026-002']);
  });
});
