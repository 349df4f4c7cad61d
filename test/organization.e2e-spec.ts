import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type RunningApp, startApp } from './support/app.js';
import { createAccount, sameOrigin, type TestAccount } from './support/factories.js';
import { expectProblem, faultsOf } from './support/problem.js';
import { rowsOf } from './support/tables.js';

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z"/></svg>';

describe('the organization', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
  });
  beforeEach(async () => {
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const get = () => request(running.url).get('/dashboard/organization').set(account.session);
  const put = (body: object) =>
    request(running.url).put('/dashboard/organization').set(account.session).send(body);

  const complete = {
    name: 'Beispiel GmbH & Co. KG',
    email: 'rechnung@beispiel.example',
    phone: '+49 30 1234567',
    website: 'https://beispiel.example',
    tax_id: 'DE123456789',
    registration_number: 'HRB 12345',
    address: {
      line1: 'Straße 1',
      line2: 'Hof',
      city: 'Köln',
      postal_code: '50667',
      region: 'NRW',
      country: 'DE',
    },
    payment: {
      iban: 'DE89 3704 0044 0532 0130 00',
      bic: 'COBADEFFXXX',
      account_name: 'Beispiel GmbH',
      reference: 'Rechnung',
      code: 'automatic',
      link: 'https://pay.example.com/{number}',
    },
    currency: 'EUR',
    language: 'en',
    second_language: 'de-CH',
    labels: { en: { tax_name: 'GST', page: '{page}/{pages}' }, 'de-CH': { tax_name: 'MWST' } },
    time_zone: 'Europe/Berlin',
    number_format: '{YYYY}-{0001}',
    payment_terms_days: 14,
    accent_color: '#0f766e',
    cash_rounding: '0.05',
    template: 'classic',
    logo_position: 'center',
    registration_scheme: '0204',
    contact_name: 'Buchhaltung',
    electronic_addresses: [
      { scheme: '9930', id: 'DE123456789' },
      { scheme: 'EM', id: 'rechnung@beispiel.example' },
    ],
    e_invoice_format: 'facturx',
  };

  it('is read as it was written', async () => {
    const answer = await put(complete).expect(200);
    expect(answer.body).toEqual({ ...complete, logo_url: null });
    expect((await get().expect(200)).body).toEqual(answer.body);
    const seen = await request(running.url).get('/v1/account').set(account.bearer).expect(200);
    expect(seen.body.organization).toEqual(answer.body);
  });

  it('takes back what it answers, as it stands', async () => {
    const answered: unknown = (await get()).body;
    const again = await put(answered as Record<string, unknown>);
    expect({ status: again.status, body: again.body }).toEqual({ status: 200, body: answered });
  });

  it('loses what is left out, but keeps the settings it cannot be without', async () => {
    await put(complete).expect(200);
    const { body } = await put({ name: 'Beispiel' }).expect(200);
    expect(body).toEqual({
      ...Object.fromEntries(Object.keys(complete).map((name) => [name, null])),
      name: 'Beispiel',
      currency: 'EUR',
      language: 'en',
      time_zone: 'Europe/Berlin',
      number_format: '{YYYY}-{0001}',
      logo_url: null,
    });
  });

  it.each([
    ['name', undefined, '/name required'],
    ['name', '', '/name required'],
    ['name', 'n'.repeat(201), '/name too_long'],
    ['name', 'bell \u0007', '/name control_character'],
    ['name', 'half \udc00', '/name not_text'],
    ['name', 'no glyph \u{10ffff}', '/name character_not_printable'],
    ['email', 'nobody', '/email wrong_format'],
    ['email', `${'a'.repeat(50_000)}!`, '/email too_long'],
    ['phone', '1'.repeat(51), '/phone too_long'],
    ['phone', '\u202e123', '/phone control_character'],
    ['website', 5, '/website wrong_type'],
    ['tax_id', 'private \ue000', '/tax_id character_not_printable'],
    ['registration_number', {}, '/registration_number wrong_type'],
    ['address', 'Main Street 1', '/address wrong_type'],
    ['address', { country: 'Germany' }, '/address/country unknown_country'],
    ['address', { country: 'UK' }, '/address/country unknown_country'],
    ['address', { country: 'QX' }, '/address/country unknown_country'],
    ['address', { street: 'Main Street 1' }, '/address/street unknown_field'],
    ['address', { city: 'no glyph \u{10ffff}' }, '/address/city character_not_printable'],
    ['address', { postal_code: 50_667 }, '/address/postal_code wrong_type'],
    ['payment', { iban: 'DE89 3704 0044 0532 0130 01' }, '/payment/iban wrong_iban'],
    ['payment', { iban: `DE89${'3'.repeat(50_000)}` }, '/payment/iban too_long'],
    ['payment', { bic: 'COBA' }, '/payment/bic wrong_bic'],
    ['payment', { account_name: 'a'.repeat(71) }, '/payment/account_name too_long'],
    ['payment', { reference: 'no glyph \ue001' }, '/payment/reference character_not_printable'],
    ['currency', 'EURO', '/currency unknown_currency'],
    ['currency', 'eur', '/currency unknown_currency'],
    ['language', 'xx', '/language not_a_choice'],
    ['language', 'de-CH', '/second_language language_repeated'],
    ['second_language', 'none', '/second_language not_a_choice'],
    ['second_language', 'en-GB', '/second_language language_repeated'],
    ['labels', [], '/labels wrong_type'],
    ['labels', { xx: {} }, '/labels/xx not_a_choice'],
    ['labels', { __proto__x: 1 }, '/labels/__proto__x not_a_choice'],
    ['labels', { de: 'Rechnung' }, '/labels/de wrong_type'],
    ['labels', { de: { constructor: 'x' } }, '/labels/de/constructor unknown_field'],
    ['labels', { de: { invoice: '' } }, '/labels/de/invoice required'],
    ['labels', { de: { invoice: 5 } }, '/labels/de/invoice wrong_type'],
    ['labels', { de: { invoice: 'x'.repeat(61) } }, '/labels/de/invoice too_long'],
    ['labels', { de: { invoice: 'a\nb' } }, '/labels/de/invoice control_character'],
    ['labels', { de: { invoice: '\ue000' } }, '/labels/de/invoice character_not_printable'],
    ['labels', { de: { invoice: 'Nr. {number}' } }, '/labels/de/invoice wrong_places'],
    ['labels', { de: { page: 'Seite {page}' } }, '/labels/de/page wrong_places'],
    ['labels', { de: { amount: '{currency} {currency}' } }, '/labels/de/amount wrong_places'],
    ['time_zone', 'Mars/Olympus_Mons', '/time_zone unknown_time_zone'],
    ['time_zone', 'Europe/Berlin; DROP', '/time_zone wrong_format'],
    ['time_zone', '', '/time_zone required'],
    ['number_format', 'INV', '/number_format wrong_number_format'],
    ['number_format', '{0001}{0001}', '/number_format wrong_number_format'],
    ['number_format', '{DD}-{0001}', '/number_format wrong_number_format'],
    ['number_format', '№{0001}', '/number_format wrong_number_format'],
    ['payment_terms_days', -1, '/payment_terms_days out_of_range'],
    ['payment_terms_days', 1.5, '/payment_terms_days out_of_range'],
    ['payment_terms_days', '14', '/payment_terms_days wrong_type'],
    ['cash_rounding', '0', '/cash_rounding wrong_format'],
    ['cash_rounding', '-0.05', '/cash_rounding wrong_format'],
    ['cash_rounding', '0.00', '/cash_rounding wrong_format'],
    ['accent_color', 'teal', '/accent_color wrong_format'],
    ['template', 'modern', '/template not_a_choice'],
    ['logo_position', 'left', '/logo_position not_a_choice'],
    ['accent_color', '#0f766', '/accent_color wrong_format'],
    ['logo_id', 'logo_0', '/logo_id unknown_field'],
    ['id', 'acc_0', '/id unknown_field'],
    ['status', 'active', '/status unknown_field'],
  ])('refuses a wrong value: %s %p', async (field, value, fault) => {
    const answer = await put({ ...complete, [field]: value });
    expectProblem(answer, 422, 'validation_failed');
    expect(faultsOf(answer)).toEqual([fault]);
    expect((await get()).body.name).toBe('Example Ltd');
  });

  it('says which field was meant', async () => {
    const answer = await put({
      name: 'X',
      Currency: 'EUR',
      timezone: 'UTC',
      adress: {},
      numberFormat: '{0001}',
      iban: 'DE89',
    });
    const hints = Object.fromEntries(
      (answer.body.errors as { pointer: string; hint?: string }[]).map(({ pointer, hint }) => [
        pointer,
        hint,
      ]),
    );
    expect(hints).toEqual({
      '/Currency': 'Did you mean "currency"?',
      '/timezone': 'Did you mean "time_zone"?',
      '/adress': 'Did you mean "address"?',
      '/numberFormat': 'Did you mean "number_format"?',
      '/iban': undefined,
    });
  });

  it('names the faults of all fields at once', async () => {
    const answer = await put({ name: 5, currency: 'X', payment: { iban: 'X', bic: 'X' } });
    expect(faultsOf(answer).sort()).toEqual([
      '/currency unknown_currency',
      '/name wrong_type',
      '/payment/bic wrong_bic',
      '/payment/iban wrong_iban',
    ]);
  });

  describe('its logo', () => {
    const path = '/dashboard/organization/logo';
    const upload = (content: string | Buffer, name = 'logo.svg') =>
      request(running.url)
        .put(path)
        .set(account.session)
        .attach('logo', Buffer.from(content), name);
    const logo = () => request(running.url).get(path).set(account.session);

    it('is uploaded, drawn anew, fetched and removed', async () => {
      expectProblem(await logo(), 404, 'not_found');
      await upload(square).expect(204);
      expect((await get()).body.logo_url).toBe(path);
      const answer = await logo().expect(200);
      expect(answer.headers['content-type']).toBe('image/png');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(answer.headers['cache-control']).toBe('private, no-cache');
      expect((answer.body as Buffer).subarray(1, 4).toString()).toBe('PNG');
      await request(running.url).delete(path).set(account.session).expect(204);
      expectProblem(await logo(), 404, 'not_found');
      expect((await get()).body.logo_url).toBeNull();
    });

    it('is removed without a fault where there is none', async () => {
      await request(running.url).delete(path).set(account.session).expect(204);
    });

    it('replaced by another one stays stored, as invoices made with it refer to it', async () => {
      await upload(square).expect(204);
      await upload(square.replace('d="', 'fill="red" d="')).expect(204);
      const stored = (await rowsOf(running, 'logos')).filter(
        (row) => row.account_id === account.id,
      );
      expect(stored).toHaveLength(2);
    });

    it.each([
      ['text', 'hello', 415, 'logo_type_unsupported'],
      ['a page', '<html><script>alert(1)</script></html>', 415, 'logo_type_unsupported'],
      ['a script in an SVG', square.replace('<path', '<script/><path'), 422, 'logo_invalid'],
      [
        'a link in an SVG',
        square.replace('<path', '<use href="http://x/"/><path'),
        422,
        'logo_invalid',
      ],
      ['nothing', '', 422, 'logo_invalid'],
    ])('is refused: %s', async (_, content, status, code) => {
      expectProblem(await upload(content, '../../x.png'), status, code);
      expectProblem(await logo(), 404, 'not_found');
    });

    it('may have 2 MiB and not one byte more', async () => {
      const padded = square.replace('>', `><!--${' '.repeat(2_097_152 - square.length - 7)}-->`);
      expect(padded).toHaveLength(2_097_152);
      expectProblem(await upload(padded), 422, 'logo_invalid');
      const answer = await upload(`${padded} `);
      expectProblem(answer, 413, 'body_too_large');
      expect(answer.body.detail).toContain('2 MiB');
    });

    it('is one file', async () => {
      const two = await upload(square).attach('logo', Buffer.from(square), 'second.svg');
      expectProblem(two, 422, 'validation_failed');
      expect(faultsOf(two)).toEqual([' too_many']);
      const none = await request(running.url).put(path).set(account.session).field('logo', 'text');
      expectProblem(none, 422, 'validation_failed');
      expect(faultsOf(none)).toEqual([' required']);
      expectProblem(await logo(), 404, 'not_found');
    });

    it.each([
      ['JSON', 'application/json', '{}', 415],
      ['the bare file', 'image/svg+xml', square, 415],
      ['no body', undefined, undefined, 415],
      ['a form without boundary', 'multipart/form-data', 'x', 400],
      [
        'a form that ends too early',
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="logo"; filename="a"\r\n\r\n<svg',
        400,
      ],
    ])('is not taken from %s', async (_, type, body, status) => {
      const sending = request(running.url).put(path).set(account.session);
      if (type !== undefined) sending.set('content-type', type);
      const code = status === 400 ? 'malformed_request' : 'unsupported_media_type';
      expectProblem(await sending.send(body), status, code);
    });

    it.each(['__proto__', 'constructor', '__proto__[isAdmin]'])(
      'is no way to a prototype: a field of the name %s',
      async (name) => {
        const answer = await upload(square).field(name, 'x');
        expect([204, 400, 422]).toContain(answer.status);
        expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
      },
    );

    it('cannot be sent from another site', async () => {
      const answer = await request(running.url)
        .put(path)
        .set({ ...account.session, 'sec-fetch-site': 'cross-site' })
        .attach('logo', Buffer.from(square), 'logo.svg');
      expectProblem(answer, 403, 'cross_site_request');
      const stranger = await request(running.url)
        .put(path)
        .set(sameOrigin)
        .attach('logo', Buffer.from(square), 'logo.svg');
      expectProblem(stranger, 401, 'not_signed_in');
    });
  });
});
