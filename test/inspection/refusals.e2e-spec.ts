import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ciiOf } from '../../src/einvoice/cii.js';
import { type RunningApp, startApp } from '../support/app.js';
import {
  eInvoice,
  embedding,
  inspect,
  inspectForm,
  packedZeros,
  pdfStream,
  pdfWith,
  rawPdf,
} from '../support/e-invoices.js';
import { createAccount, type TestAccount } from '../support/factories.js';
import { expectProblem, faultsOf } from '../support/problem.js';

const mib = 1_048_576;
const cii = ciiOf(eInvoice());
const [declaration = '', content = ''] = cii.split('\n');
/** The invoice with a document type in front of it, and an entity of it as its number. */
const withEntity = (documentType: string, entity = '&e;') =>
  `${declaration}\n${documentType}${content.replace('R-2026-1', entity)}`;
const laughs = [
  '<!ENTITY e0 "ha">',
  ...Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`),
].join('');

describe('what is no e-invoice', () => {
  let running: RunningApp;
  let account: TestAccount;
  beforeAll(async () => {
    running = await startApp();
    account = await createAccount(running);
  });
  afterAll(() => running.close());

  it.each<[string, string, RegExp]>([
    ['a text', 'Invoice R-2026-1', /not well-formed/],
    ['a web page', '<!doctype html><p>Invoice', /not well-formed/],
    ['XML that ends too early', cii.slice(0, -200), /not well-formed/],
    ['another document', '<Order xmlns="urn:x"/>', /its root is "Order" of "urn:x"/],
    ['an invoice of no namespace', '<Invoice><ID>1</ID></Invoice>', /its root is "Invoice" of ""/],
    [
      'ZUGFeRD 1.0',
      '<r:CrossIndustryDocument xmlns:r="urn:ferd:CrossIndustryDocument:invoice:1p0"/>',
      /ZUGFeRD 1\.0/,
    ],
    ['a plain document type', withEntity('<!DOCTYPE a>', '1'), /document type/],
    [
      'a local file',
      withEntity('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hosts">]>'),
      /DOCTYPE/,
    ],
    ['a billion laughs', withEntity(`<!DOCTYPE a [${laughs}]>`, '&e9;'), /document type/],
    ['deep nesting', '<a>'.repeat(500_000), /more than 50 levels/],
    ['100,001 elements', `<a>${'<b/>'.repeat(100_000)}</a>`, /more than 100000 elements/],
    ['a text of a megabyte', `<a>${'x'.repeat(mib)}</a>`, /characters in one text/],
    ['an unknown encoding', cii.replace('UTF-8', 'EBCDIC-US'), /encoding/],
  ])('is refused with the reason: %s', async (_, xml, reason) => {
    const answer = await inspect(running, account, xml);
    expectProblem(answer, 422, 'e_invoice_unreadable');
    expect(answer.body.detail).toMatch(reason);
    const packed = await pdfWith({ 'factur-x.xml': xml });
    const embedded = await inspect(running, account, packed, { type: 'application/pdf' });
    expectProblem(embedded, 422, 'e_invoice_unreadable');
    expect(embedded.body.detail).toMatch(reason);
  });

  it('is refused when its bytes are not those of its encoding', async () => {
    const answer = await inspect(running, account, Buffer.from(cii, 'latin1'));
    expectProblem(answer, 422, 'e_invoice_unreadable');
    expect(answer.body.detail).toContain('UTF-8');
  });

  it('never makes the server ask for an external entity or document type', async () => {
    let asked = 0;
    const other = createServer((_request, reply) => {
      asked += 1;
      reply.end('<!ENTITY e "1">');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    for (const documentType of [
      `<!DOCTYPE a [<!ENTITY e SYSTEM "${url}">]>`,
      `<!DOCTYPE a [<!ENTITY % p SYSTEM "${url}"> %p;]>`,
      `<!DOCTYPE a SYSTEM "${url}">`,
      `<!DOCTYPE a PUBLIC "a" "${url}">`,
    ]) {
      const answer = await inspect(running, account, withEntity(documentType));
      expectProblem(answer, 422, 'e_invoice_unreadable');
    }
    expect(asked).toBe(0);
    other.close();
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string, RegExp]>([
    ['a PDF without files', () => pdfWith({}), 'e_invoice_not_found_in_pdf', /factur-x\.xml/],
    ['a PDF with others', () => pdfWith({ 'a.xml': cii }), 'e_invoice_not_found_in_pdf', /no file/],
    ['a PDF that is cut off', () => Buffer.from('%PDF-1.7\n1 0'), 'e_invoice_unreadable', /no PDF/],
    [
      'a PDF that is encrypted',
      () => rawPdf([...embedding, pdfStream('', Buffer.from(cii)), '<<>>'], '/Encrypt 4 0 R'),
      'e_invoice_unreadable',
      /encrypted/,
    ],
    [
      'a file that unpacks to 200 MB',
      () => rawPdf([...embedding, pdfStream('/Filter/FlateDecode', packedZeros(2e8))]),
      'e_invoice_unreadable',
      /more than is unpacked/,
    ],
    [
      'a file that is packed twice',
      () => {
        const twice = deflateSync(packedZeros(2e8));
        return rawPdf([...embedding, pdfStream('/Filter[/FlateDecode/FlateDecode]', twice)]);
      },
      'e_invoice_unreadable',
      /more than is unpacked/,
    ],
    [
      'an object stream that unpacks to 200 MB',
      () => {
        const entries = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode';
        return rawPdf([...embedding, pdfStream(entries, packedZeros(2e8))]);
      },
      'e_invoice_unreadable',
      /more than is unpacked/,
    ],
    [
      'a table of a billion objects',
      () => {
        const entries = '/Type/XRef/W[1 0 0]/Size 999999999/Filter/FlateDecode';
        return rawPdf([...embedding, pdfStream(entries, packedZeros(3e7))]);
      },
      'e_invoice_unreadable',
      /time or memory/,
    ],
    [
      'a name tree without an end',
      () => rawPdf(['<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>', '<</Kids[2 0 R]>>']),
      'e_invoice_not_found_in_pdf',
      /no file/,
    ],
  ])('is refused, and nobody else waits for it: %s', async (_, made, code, reason) => {
    const pdf = await made();
    let isRead = false;
    const reading = inspect(running, account, pdf, { type: 'application/pdf' }).finally(() => {
      isRead = true;
    });
    await request(running.url).get('/v1/account').set(account.bearer).expect(200);
    expect(isRead).toBe(false);
    const answer = await reading;
    expectProblem(answer, 422, code);
    expect(answer.body.detail).toMatch(reason);
  });

  it('is refused by its size: a PDF above 10 MiB, XML above 5 MiB', async () => {
    const large = Buffer.alloc(10 * mib + 1, ' ');
    const xml = Buffer.from(`${' '.repeat(5 * mib)}${cii}`);
    for (const document of [large, xml]) {
      expectProblem(await inspect(running, account, document), 413, 'body_too_large');
      expectProblem(await inspectForm(running, account, document), 413, 'body_too_large');
    }
    const ofUnknownLength = await fetch(`${running.url}/v1/e-invoices/inspect`, {
      method: 'POST',
      headers: { ...account.bearer, 'content-type': 'application/pdf' },
      body: new Blob([large]).stream(),
      duplex: 'half',
    });
    expect([ofUnknownLength.status, await ofUnknownLength.json()]).toMatchObject([
      413,
      { code: 'body_too_large' },
    ]);
    const just = await inspect(running, account, cii.padEnd(5 * mib - 100, ' '));
    expect(just.status).toBe(200);
  });

  it.each([
    ['JSON', 'application/json', '{"a":1}', {}],
    ['text', 'text/plain', cii, {}],
    ['bytes', 'application/octet-stream', cii, {}],
    ['packed XML', 'application/xml', cii, { 'content-encoding': 'gzip' }],
  ])('is refused by its type: %s', async (_, type, body, headers) => {
    const answer = await inspect(running, account, body, { type, headers });
    expectProblem(answer, 415, 'unsupported_media_type');
    expect(answer.body.detail).toContain('application/pdf, application/xml or text/xml');
  });

  it('is refused when there is nothing', async () => {
    for (const type of ['application/xml', 'application/pdf', 'application/json']) {
      const answer = await inspect(running, account, '', { type });
      expectProblem(answer, 422, 'validation_failed');
      expect(faultsOf(answer)).toEqual([' required']);
    }
    const form = await inspectForm(running, account, Buffer.alloc(0));
    expectProblem(form, 422, 'validation_failed');
  });

  it('is refused on every other route, whatever it is', async () => {
    for (const type of ['application/xml', 'text/xml; charset=utf-8', 'application/pdf']) {
      const post = () => request(running.url).post('/v1/invoices').set(account.bearer).type(type);
      expectProblem(await post().send(cii), 415, 'unsupported_media_type');
      const empty = await request(running.url)
        .post('/v1/api-key/revoke')
        .set((await createAccount(running)).bearer)
        .set('content-length', '0')
        .type(type);
      expect(empty.status).toBeLessThan(300);
    }
  });

  it('is told apart from what is too much at once: then it may be sent again', async () => {
    const pdf = await pdfWith({ 'factur-x.xml': cii });
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => inspect(running, account, pdf, { type: 'application/pdf' })),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(30);
    for (const answer of refused) {
      expectProblem(answer, 503, 'inspection_busy');
      expect(answer.headers['retry-after']).toBeDefined();
    }
    expect((await inspect(running, account, pdf, { type: 'application/pdf' })).status).toBe(200);
  });
});
