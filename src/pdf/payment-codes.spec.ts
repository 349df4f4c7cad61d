import { createHash } from 'node:crypto';
import { loadConfig } from '../config/config.js';
import { GlyphCoverage } from './glyph-coverage.js';
import { type PdfPaymentSlip } from './pdf-document.js';
import { PdfRenderer } from './pdf-renderer.js';
import { qrDrawing } from './qr-code.js';
import { exampleDocument, exampleRows, exampleTable } from './testing/example-document.js';
import { pagesOf } from './testing/pdf-reader.js';
import { qrPlaceOn, qrTextOn } from './testing/qr-reader.js';

const config = loadConfig({ RENDER_THREADS: '1', DATABASE_URL: 'sqlite:unused.db' });
const renderer = new PdfRenderer(config, new GlyphCoverage(config));

afterAll(() => renderer.onApplicationShutdown());

const alt = 'Payment: €1,800.00';
const facts = [{ label: 'IBAN', value: 'DE89 3704 0044 0532 0130 00' }];
const withCode = (text: string, link?: string) =>
  exampleDocument({
    payment: {
      title: 'Payment',
      facts,
      code: { drawing: qrDrawing(text), alt, ...(link !== undefined && { link }) },
    },
  });

const swissText = `SPC\n0200\n1\nCH5800791123000889012\n${'ü x'.repeat(80)}`;
const slip = {
  code: { drawing: qrDrawing(swissText, 'swiss_cross'), alt: 'Payment part: CHF 1 785.00' },
  words: {
    receipt: 'Receipt',
    payment_part: 'Payment part',
    account: 'Account / Payable to',
    reference: 'Reference',
    message: 'Additional information',
    payer: 'Payable by',
    empty_payer: 'Payable by (name/address)',
    currency: 'Currency',
    amount: 'Amount',
    acceptance_point: 'Acceptance point',
    separate: 'Separate before paying in',
  },
  account: ['CH58 0079 1123 0008 8901 2', 'Example AG', 'Hafenstrasse 12a', '8000 Zürich'],
  reference: '',
  message: 'INV-001',
  payer: ['Acme Corp', '3000 Bern'],
  currency: 'CHF',
  amount: '1 785.00',
} satisfies PdfPaymentSlip;

const rowsOf = (count: number) => ({ ...exampleTable([]), rows: exampleRows(count) });

describe('a payment code on the page', () => {
  it.each([
    'https://pay.example.com/INV-001',
    'BCD\n002\n1\nSCT\n\nBäckerei Grün\nDE89370400440532013000\nEUR0.01\n\n\nж',
    'x'.repeat(500),
  ])('is read back letter by letter: %j', async (text) => {
    expect(qrTextOn(await renderer.render(withCode(text)), 0)).toBe(text);
  });

  it('is described for those who cannot see it, in a tagged PDF/A-3a', async () => {
    const file = (await renderer.render(withCode('x'))).toString('latin1');
    expect(file).toMatch(/pdfaid:part>3</);
    expect(file).toMatch(/pdfaid:conformance>A</);
    expect(file).toMatch(/\/S \/Figure/);
    expect(file.match(/\/Alt \(/g) ?? file.match(/\/Alt </g)).toHaveLength(1);
  });

  it('is drawn as vector: the file holds no picture', async () => {
    const file = (await renderer.render(withCode('x'.repeat(300)))).toString('latin1');
    expect(file).not.toContain('/Subtype /Image');
  });

  it('opens its link by a click, and prints it', async () => {
    const link = 'https://pay.example.com/INV-001';
    const pdf = await renderer.render(withCode(link, link));
    expect(pdf.toString('latin1')).toContain(`/URI (${link})`);
    expect((await pagesOf(pdf)).join('')).toContain(link);
  });

  it('gives the same bytes for the same document', async () => {
    const hashes = await Promise.all(
      [withCode('x'), withCode('x')].map(async (document) =>
        createHash('sha256')
          .update(await renderer.render(document))
          .digest('hex'),
      ),
    );
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('stands in a payment block without any other detail', async () => {
    const code = { drawing: qrDrawing('alone'), alt };
    const pdf = await renderer.render(
      exampleDocument({ payment: { title: 'Payment', facts: [], code } }),
    );
    expect(qrTextOn(pdf, 0)).toBe('alone');
  });
});

describe('the slip of a QR-bill', () => {
  it.each([1, 5, 11, 40])(
    'stands once, at the bottom of the last page, below %i lines',
    async (count) => {
      const pdf = await renderer.render(exampleDocument({ table: rowsOf(count), slip }));
      const pages = await pagesOf(pdf);
      expect(pages.map((page) => page.includes('Payment part'))).toEqual(
        pages.map((_, index) => index === pages.length - 1),
      );
      expect(qrTextOn(pdf, pages.length - 1)).toBe(swissText);
      // 46 mm wide, 5 mm from the receipt of 62 mm, 17 mm below the edge of the slip of 105 mm.
      const place = qrPlaceOn(pdf, pages.length - 1);
      expect(place).toEqual({ left: 67, bottom: 42, width: 46, height: 46 });
      expect(pages.join('').match(/Service \d+/g)).toHaveLength(count);
      pages.forEach((page, index) => {
        expect(page.split(`Page ${index + 1} of ${pages.length}`)).toHaveLength(2);
      });
    },
  );

  it('says the same in words, on receipt and payment part', async () => {
    const pdf = await renderer.render(exampleDocument({ slip: { ...slip, reference: 'RF18 53' } }));
    const text = (await pagesOf(pdf)).at(-1) ?? '';
    for (const word of [
      'CH58 0079 1123 0008 8901 2',
      'Example AG',
      'RF18 53',
      'Acme Corp',
      '1 785.00',
    ])
      expect(text.split(word)).toHaveLength(3);
    expect(text.split('Additional information')).toHaveLength(2);
    expect(text).toContain('Separate before paying in');
  });

  it('has a field for a payer who is not known', async () => {
    const pdf = await renderer.render(exampleDocument({ slip: { ...slip, payer: [] } }));
    const text = (await pagesOf(pdf)).at(-1) ?? '';
    expect(text.split('Payable by (name/address)')).toHaveLength(3);
  });

  it('is a tagged PDF/A-3a, also with the longest names', async () => {
    const account = [
      slip.account[0]!,
      'Wide Name '.repeat(7),
      'Long Street '.repeat(6),
      '8000 Ort',
    ];
    const long = { ...slip, account, payer: account.slice(1), message: 'Message '.repeat(17) };
    const pdf = await renderer.render(exampleDocument({ slip: { ...long, reference: 'RF18' } }));
    expect(pdf.toString('latin1')).toMatch(/pdfaid:conformance>A</);
    expect((await pagesOf(pdf)).at(-1)?.split('8000 Ort')).toHaveLength(5);
  });
});
