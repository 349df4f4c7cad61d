import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import request, { type Response } from 'supertest';
import { type EInvoice } from '../../src/einvoice/model.js';
import { type RunningApp } from './app.js';
import { type TestAccount } from './factories.js';

/** A small invoice in the terms of EN 16931, with what a test changes. */
export function eInvoice(changes: Partial<EInvoice> = {}): EInvoice {
  return {
    specification: 'urn:cen.eu:en16931:2017',
    ...{ number: 'R-2026-1', issueDate: '2026-01-19', dueDate: '2026-02-02', typeCode: '380' },
    ...{ currency: 'EUR', references: {}, notes: ['Thank you'], precedingInvoices: [] },
    seller: { name: 'Größe & Söhne GmbH', vatId: 'DE123456789', address: { country: 'DE' } },
    buyer: { name: 'Acme Corp', address: { city: 'Wien', country: 'AT' } },
    ...{ allowances: [], charges: [] },
    totals: {
      ...{ lineTotal: '100.00', withoutTax: '100.00', taxTotal: '19.00', withTax: '119.00' },
      amountDue: '119.00',
    },
    taxes: [{ category: 'S', rate: '19', taxable: '100.00', amount: '19.00' }],
    lines: [
      {
        ...{ id: '1', name: 'Consulting', quantity: '10', netPrice: '10', netAmount: '100.00' },
        ...{ allowances: [], charges: [], tax: { category: 'S', rate: '19' } },
      },
    ],
    ...changes,
  };
}

/** A PDF as a library writes it, objects in streams, with files of these names. */
export async function pdfWith(
  files: Readonly<Record<string, string>>,
  { useObjectStreams = true } = {},
): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawSquare({ size: 100 });
  for (const [name, text] of Object.entries(files)) {
    await pdf.attach(Buffer.from(text), name, { mimeType: 'text/xml' });
  }
  return Buffer.from(await pdf.save({ useObjectStreams }));
}

/** A PDF of these objects, numbered from 1; the first one is its catalog. */
export function rawPdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const pieces = objects.flatMap((object, index) => [`\n${index + 1} 0 obj\n`, object, '\nendobj']);
  const all = ['%PDF-1.7', ...pieces, `\ntrailer<</Root 1 0 R${trailer}>>\nstartxref\n0\n%%EOF\n`];
  return Buffer.concat(all.map((piece) => (Buffer.isBuffer(piece) ? piece : Buffer.from(piece))));
}

/** A stream of a PDF. */
export function pdfStream(entries: string, content: Buffer): Buffer {
  const head = Buffer.from(`<<${entries}/Length ${content.length}>>stream\n`);
  return Buffer.concat([head, content, Buffer.from('\nendstream')]);
}

/** The catalog and the file specification of a PDF whose third object is the content of a file. */
export const embedding = [
  '<</Type/Catalog/Names<</EmbeddedFiles<</Names[(factur-x.xml) 2 0 R]>>>>>>',
  '<</Type/Filespec/F(factur-x.xml)/EF<</F 3 0 R>>>>',
] as const;

/** So many zeros, packed. */
export function packedZeros(bytes: number): Buffer {
  return deflateSync(Buffer.alloc(bytes), { level: 9 });
}

const paths = {
  bearer: '/v1/e-invoices/inspect',
  session: '/dashboard/e-invoices/inspect',
} as const;
/** Through which door. */
export type Door = keyof typeof paths;

interface Sending {
  readonly type?: string;
  readonly door?: Door;
  readonly headers?: Record<string, string>;
}

/** Has a document read, whatever the answer. */
export async function inspect(
  { url }: Pick<RunningApp, 'url'>,
  account: TestAccount,
  document: Buffer | string,
  { type = 'application/xml', door = 'bearer', headers = {} }: Sending = {},
): Promise<Response> {
  return request(url)
    .post(paths[door])
    .set(account[door] as Record<string, string>)
    .set(headers)
    .type(type)
    .serialize((body: unknown) => body as string)
    .send(document);
}

/** The same as the one file of a form. */
export async function inspectForm(
  { url }: Pick<RunningApp, 'url'>,
  account: TestAccount,
  document: Buffer,
  door: Door = 'session',
): Promise<Response> {
  return request(url)
    .post(paths[door])
    .set(account[door] as Record<string, string>)
    .attach('file', document, { filename: 'invoice', contentType: 'application/octet-stream' });
}
