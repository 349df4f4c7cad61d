import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { claimed } from './claimed-pdf.js';
import { embeddedFilesOf, metadataOf } from './testing/pdf-reader.js';
import { TypstDocuments } from './typst-documents.js';

/** Below a file there is no other, so that nothing is found but what is given. */
const root = join(process.execPath, 'nothing');
const typst = NodeCompiler.create({ workspace: root });
const fonts = { fontFiles: [], fontFamilies: [] };

/** A page as Typst makes it, before anything is added. */
function page(title = 'Invoice', author = 'Northwind'): Uint8Array {
  const words = `#set document(title: ${JSON.stringify(title)}, author: ${JSON.stringify(author)}, date: auto)`;
  typst.mapShadow(join(root, 'page.typ'), Buffer.from(`${words}\n= Invoice\nText`));
  const { result } = typst.compile({ mainFilePath: join(root, 'page.typ') });
  return typst.pdf(result!, { pdfStandard: 'a-3a', creationTimestamp: 1_772_359_200 });
}

const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

describe('claimed', () => {
  it('leaves every byte before the metadata as it is, and adds less than 4 KB', () => {
    const pdf = Buffer.from(page());
    const same = pdf.lastIndexOf(' 0 obj', pdf.indexOf('/Type /Metadata'));
    expect(same).toBeGreaterThan(pdf.length / 2);
    for (const isHybrid of [false, true]) {
      const whole = claimed(pdf, isHybrid);
      expect(pdf.subarray(0, same).equals(whole.subarray(0, same))).toBe(true);
      expect(whole.length - pdf.length).toBeLessThan(4_000);
      expect(whole.buffer.byteLength).toBe(whole.length);
    }
  });

  it('keeps the place of every object in the cross-reference table', () => {
    const pdf = latin1(claimed(page(), true));
    const tableAt = Number(/startxref\n(\d+)\n%%EOF$/.exec(pdf)?.[1]);
    const [, ...entries] = pdf.slice(tableAt).matchAll(/(\d{10}) \d{5} [nf]\s+/g);
    expect(entries.length).toBeGreaterThan(10);
    for (const [index, [, place]] of entries.entries())
      expect(pdf.slice(Number(place)).startsWith(`${index + 1} 0 obj`)).toBe(true);
  });

  it('gives the same bytes each time', () => {
    const [one, other] = [claimed(page(), true), claimed(page(), true)];
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  it('says PDF/UA-1 beside PDF/A-3a, Factur-X of a hybrid only, and shows the title in the window', async () => {
    const [ordinary, hybrid] = [claimed(page(), false), claimed(page(), true)];
    for (const pdf of [ordinary, hybrid]) {
      const said = await metadataOf(pdf);
      const names = ['pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part'];
      expect(names.map(said)).toEqual(['3', 'A', '1']);
      expect(latin1(pdf).match(/\/DisplayDocTitle true/g)).toHaveLength(1);
    }
    const names = ['DocumentType', 'DocumentFileName', 'Version', 'ConformanceLevel'];
    const factur = async (pdf: Uint8Array) => {
      const said = await metadataOf(pdf);
      return names.map((name) => said(`fx:${name}`));
    };
    expect(await factur(hybrid)).toEqual(['INVOICE', 'factur-x.xml', '1.0', 'EN 16931']);
    expect(await factur(ordinary)).toEqual([null, null, null, null]);
  });

  it.each([
    'A & B <c> "d" \'e\'',
    'Größe ₿ 請求書 😀',
    '$& $1 $$',
    '</rdf:RDF></rdf:Bag></pdfaExtension:schemas>',
    'endobj\nendstream\nxref\ntrailer << /Root 1 0 R >>\nstartxref\n1\n%%EOF',
  ])('keeps title and author as they are: %j', async (words) => {
    const said = await metadataOf(claimed(page(words, words), true));
    expect(said('dc:title')).toBe(words);
    expect(said('dc:creator')).toEqual([words]);
    expect(said('fx:ConformanceLevel')).toBe('EN 16931');
  });

  it('refuses what is not built like a PDF of Typst', () => {
    const pdf = latin1(page());
    const others = [
      '%PDF-1.7',
      pdf.replace(/startxref\s+\d+/, 'startxref\n9'),
      pdf.replace('/Metadata ', '/Metadatum '),
      pdf.replace('/ViewerPreferences', '/ViewerPreference'),
      pdf.replace('</pdfaExtension:schemas>', '</pdfaExtension:schemes>'),
      pdf.replace('</rdf:RDF>', '</rdf:RFD>'),
      pdf.replace('/Type /Metadata', '/Length 5 /Type /Metadata').replace('<?xpacket', '<?x'),
    ];
    for (const other of others)
      expect(() => claimed(Buffer.from(other, 'latin1'), false)).toThrow('not built as expected');
  });
});

it('a PDF 1.7, the last net of all, keeps the XML and says nothing of itself', async () => {
  const documents = new TypstDocuments(root, fonts);
  documents.provide('page.typ', 'Text');
  const task = { main: 'page.typ', data: {}, createdAt: '2026-03-01T10:00:00Z' };
  const eInvoice = { xml: '<Invoice/>', description: 'Factur-X' };
  const pdf = documents.render({ ...task, eInvoice, standard: '1.7' });
  expect((await embeddedFilesOf(pdf)).map(({ filename }) => filename)).toEqual(['factur-x.xml']);
  expect(latin1(pdf)).not.toMatch(/pdfuaid|pdfaid|urn:factur-x/);
  expect(pdf.buffer.byteLength).toBe(pdf.length);
});
