import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Transformer } from '@napi-rs/image';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { copiedText } from '../../src/pdf/testing/copied-text.js';
import { textOf } from '../../src/pdf/testing/pdf-reader.js';
import { type RunningApp, startApp } from '../support/app.js';
import {
  createAccount,
  createInvoice,
  invoiceBody,
  type TestAccount,
} from '../support/factories.js';
import {
  allNumbers,
  consecutive,
  getPdf,
  parallel,
  post,
  postForPdf,
} from '../support/invoices.js';
import { expectProblem, faultsOf } from '../support/problem.js';

const line = (unit_price: unknown, changes: object = {}) => ({
  description: 'x',
  quantity: 1,
  unit_price,
  ...changes,
});
/** 8 × 8 pixels of one colour in CMYK. */
const cmykJpeg =
  '/9j/2wBDAAgBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAAUCAAIAAgEAREAAhEAAxEABBEA/8QAHwAAAAAMAAAAAAAAAAAAAAAAAAECAwQFBgcICQoL/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACAAMABAAAPwB/50505/7/2Q==';

/** What users of other invoice generators complain about most, and what Finvo guarantees instead. */
describe('the traps of others: numbers and pages', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp({ RENDER_THREADS: '2' });
  });
  beforeEach(async () => {
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  const issue = (changes: Record<string, unknown> = {}) =>
    createInvoice(running.url, account, changes);
  const generate = async (changes: Record<string, unknown> = {}) => {
    const answer = await postForPdf(running.url, account, invoiceBody(changes));
    expect(answer.status).toBe(201);
    return answer;
  };
  const putProfile = (profile: object) =>
    request(running.url)
      .put('/dashboard/organization')
      .set(account.session)
      .send({ name: 'Example Ltd', ...profile })
      .expect(200);

  describe('trap 1: duplicate or missing numbers when many ask at once', () => {
    it('200 parallel requests get 1 to 200, and refused ones among them use none', async () => {
      await parallel(220, async (at) => {
        const body = at % 11 === 0 ? invoiceBody({ expected_total: '1.00' }) : invoiceBody();
        expect((await post(running.url, account, body)).status).toBe(at % 11 === 0 ? 422 : 201);
      });
      expect((await allNumbers(running.url, account)).sort()).toEqual(consecutive(200));
    });
  });

  describe('trap 2: cent errors between screen, PDF and report', () => {
    it.each([
      ['1000 + 19 %', [line(1000, { tax_rate: 19 })], '1190.00'],
      ['8180 + 9.975 %', [line(8180, { tax_rate: '9.975' })], '8995.96'],
      ['three times 0.03 + 19 %', Array(3).fill(line('0.03', { tax_rate: 19 })), '0.11'],
      ['149.625 once', [line('149.625')], '149.63'],
    ])('%s is one figure in preview, invoice, list and PDF', async (_, line_items, total) => {
      const body = invoiceBody({ line_items, expected_total: total });
      const preview = await request(running.url)
        .post('/v1/invoices/preview')
        .set(account.bearer)
        .send(body)
        .expect(200);
      const { id, total: issued } = await issue(body);
      const list = await request(running.url).get('/v1/invoices').set(account.bearer);
      expect([preview.body.total, issued, list.body.data[0].total]).toEqual([total, total, total]);
      const printed = (await textOf((await getPdf(running.url, account, id)).body)).replaceAll(
        ',',
        '',
      );
      expect(printed).toContain(`$${total}`);
    });

    it('a price with tax included stays what it was', async () => {
      const line_items = [line('9.99', { quantity: 3, tax_rate: 19 })];
      const invoice = await issue({ line_items, prices_include_tax: true });
      expect(invoice).toMatchObject({ total: '29.97', tax_total: '4.79', subtotal: '25.18' });
    });
  });

  describe('trap 3: floats leak into the output', () => {
    it('every amount is a text with the decimals of its currency, whatever JSON numbers came in', async () => {
      const line_items = [line(0.1 + 0.2), line(1.1, { quantity: 3 }), line(141.26), line(200.05)];
      const answer = await post(
        running.url,
        account,
        invoiceBody({ line_items: line_items.slice(1) }),
      );
      const text = answer.text.replace(/"created_at":"[^"]*"/, '');
      expect(text).not.toMatch(/[:[,]-?\d+\.\d/);
      expect(text).not.toMatch(/\d\.\d{3}/);
      expect(answer.body.total).toBe('344.61');
      // 0.30000000000000004 was never meant: it is refused, not rounded in silence.
      const refused = await post(running.url, account, invoiceBody({ line_items }));
      expect(faultsOf(refused)).toEqual([expect.stringMatching(/^\/line_items\/0\/unit_price /)]);
    });
  });

  describe('trap 4: wrong decimals or currency sign', () => {
    it.each([
      ['JPY', '1500', '¥1,500'],
      ['KRW', '1500', '₩1,500'],
      ['TWD', '1500.00', '1,500.00'],
      ['KWD', '1500.000', '1,500.000'],
      ['USD', '1500.00', '$1,500.00'],
    ])(
      '%s is written %s and printed %s, whatever the default is',
      async (currency, total, printed) => {
        await putProfile({ currency: 'EUR' });
        expect((await issue({ currency })).total).toBe(total);
        const text = await textOf((await generate({ currency })).body);
        expect(text).toContain(printed);
        expect(text).not.toContain('€');
        expect(text.includes('1,500.')).toBe(total.includes('.'));
      },
    );
  });

  describe('trap 5: boxes or reversed text in other scripts', () => {
    it('Chinese, Japanese, Korean, Arabic and Hebrew stand in one English invoice', async () => {
      const texts = ['咨询服务', 'コンサルティング', '컨설팅', 'שלום', 'شركة'];
      const line_items = texts.map((description) => line(1, { description }));
      const copied = copiedText((await generate({ line_items })).body).normalize('NFKC');
      const reversed = [...copied].reverse().join('');
      for (const text of texts.slice(0, 3)) expect(copied).toContain(text);
      for (const text of texts.slice(3)) expect(reversed).toContain(text);
    });

    it('a character that no font has is named, and no number is used', async () => {
      const answer = await post(
        running.url,
        account,
        invoiceBody({ recipient: { name: 'A\u{12000}' } }),
      );
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual(['/recipient/name character_not_printable']);
      expect(JSON.stringify(answer.body)).toContain('U+12000');
      expect((await issue()).invoice_number).toBe('INV-0001');
    });
  });

  describe('trap 6: a browser makes the PDFs, slow, hung or empty', () => {
    it('no process is started, nothing to start one is installed, and the length has a limit', async () => {
      const before = childProcesses();
      const line_items = Array(300).fill(line(1)) as object[];
      const pdf = (await generate({ line_items })).body;
      expect(childProcesses()).toEqual(before);
      expect(await textOf(pdf)).toMatch(/Page 2 of \d/);
      const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
        dependencies: object;
      };
      const browsers = /puppeteer|playwright|chrom|wkhtml|gotenberg/;
      expect(Object.keys(dependencies).filter((name) => browsers.test(name))).toEqual([]);
      const tooLong = Array(1_001).fill(line(1)) as object[];
      const refused = await post(running.url, account, invoiceBody({ line_items: tooLong }));
      expectProblem(refused, 422, 'validation_failed');
    });
  });

  describe('trap 7: no PDF yet, or that of somebody else', () => {
    it('twelve PDFs made at once are there with the answer, each its own', async () => {
      const name = (at: number) => `Recipient <${at}>`;
      const made = await parallel(12, (at) => generate({ recipient: { name: name(at) } }));
      for (const [at, { body, headers }] of made.entries()) {
        const text = await textOf(body);
        expect(text.match(/Recipient <\d+>/g)).toEqual([name(at)]);
        expect(text).toContain(headers['finvo-invoice-number']);
        const again = await getPdf(running.url, account, headers['finvo-invoice-id']!);
        expect(again.body.equals(body)).toBe(true);
      }
    });
  });

  describe('trap 8: dates slip a day', () => {
    it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'])(
      'in %s a date is given back and printed as it came, and today is the day there',
      async (time_zone) => {
        await putProfile({ time_zone });
        const dates = { date: '2026-03-01', due_date: '2026-03-31' };
        const { id, ...sent } = await issue(dates);
        const read = await request(running.url).get(`/v1/invoices/${id}`).set(account.bearer);
        expect([sent, read.body]).toEqual([
          expect.objectContaining(dates),
          expect.objectContaining(dates),
        ]);
        const text = await textOf((await getPdf(running.url, account, id)).body);
        expect(text).toMatch(/Mar 1, 2026|March 1, 2026/);
        expect(text).toMatch(/Mar 31, 2026|March 31, 2026/);
        const there = new Intl.DateTimeFormat('en-CA', { timeZone: time_zone });
        expect((await issue()).date).toBe(there.format(running.clock.now()));
      },
    );
  });

  describe('trap 16: logos that break the invoice', () => {
    const png = (width: number, height: number, alpha = 255) =>
      Transformer.fromRgbaPixels(
        Buffer.alloc(width * height * 4, Buffer.from([200, 30, 30, alpha])),
        width,
        height,
      ).pngSync();

    it.each([
      ['wide', png(1200, 20)],
      ['tall', png(20, 1200)],
      ['half transparent', png(64, 64, 100)],
      ['in CMYK', Buffer.from(cmykJpeg, 'base64')],
    ])('one that is %s leaves number and total where they are read', async (_, logo) => {
      await uploadLogo(logo).expect(204);
      const text = await textOf((await generate()).body);
      expect(text).toContain('INV-0001');
      expect(text).toContain('$1,500.00');
    });

    it('none at all, or a broken one, which is refused, makes an invoice without', async () => {
      expectProblem(await uploadLogo(png(64, 64).subarray(0, 60)), 422, 'logo_invalid');
      expect(await textOf((await generate()).body)).toContain('INV-0001');
    });
  });

  function uploadLogo(logo: Buffer) {
    return request(running.url)
      .put('/dashboard/organization/logo')
      .set(account.session)
      .attach('logo', logo, 'logo');
  }
});

/** The processes that this one has started, where the system tells. */
function childProcesses(): string[] {
  const tasks = '/proc/self/task';
  if (!existsSync(tasks)) return [];
  return readdirSync(tasks).flatMap((task) => {
    const file = `${tasks}/${task}/children`;
    return existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean) : [];
  });
}
