import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../config/config.js';
import { GlyphCoverage } from './glyph-coverage.js';
import { OwnTemplates, templateData } from './own/own-templates.js';
import { readTemplateFolder } from './own/template-folder.js';
import { type PdfDocument } from './pdf-document.js';
import { PdfRenderer } from './pdf-renderer.js';
import { currentVersion, templateNames } from './template-versions.js';
import { exampleDocument, exampleRows, exampleTable } from './testing/example-document.js';
import { embeddedFilesOf, metadataOf, rowsOf } from './testing/pdf-reader.js';

const config = loadConfig({ RENDER_THREADS: '2', DATABASE_URL: 'sqlite:unused.db' });
const coverage = new GlyphCoverage(config);
const renderer = new PdfRenderer(config, coverage);
const own = new OwnTemplates(config, coverage);
const folder = mkdtempSync(join(tmpdir(), 'finvo-hybrid-'));

const layout = `#set page(margin: 3cm)
#let data = json("/finvo/document.json")
= #data.heading
#data.recipient.name #data.at("eInvoice", default: "")`;

beforeAll(async () => {
  writeFileSync(join(folder, 'letter.typ'), layout);
  await own.use(readTemplateFolder(folder));
});
afterAll(async () => {
  await Promise.all([renderer.onApplicationShutdown(), own.onApplicationShutdown()]);
  rmSync(folder, { recursive: true });
});

const layouts = [...templateNames.map(currentVersion), 'clean-1', 'own:letter@0'];
const draw = (document: PdfDocument) =>
  (document.template.startsWith('own:') ? own : renderer).render(document);

const xml =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Invoice>\r\n\tÜber &amp; 請求書 😀 ᚠ</Invoice>\n';
const eInvoice = { xml, description: 'Rechnung "A" & <B> #panic() ᚠ' };

describe.each(layouts)('a document with an e-invoice in the layout %s', (template) => {
  const document = exampleDocument({
    template,
    table: { ...exampleTable([]), rows: exampleRows(40) },
  });

  it('embeds exactly the XML under the name that its metadata say', async () => {
    const pdf = await draw({ ...document, eInvoice });
    const files = await embeddedFilesOf(pdf);
    const said = await metadataOf(pdf);
    expect(files).toEqual([
      {
        ...files[0],
        filename: said('fx:DocumentFileName'),
        description: eInvoice.description,
        content: Uint8Array.from(Buffer.from(xml)),
      },
    ]);
    expect(said('fx:DocumentFileName')).toBe('factur-x.xml');
    expect(said('fx:ConformanceLevel')).toBe('EN 16931');
  });

  it('names the XML as another form of itself, in the catalog, with its kind and its date', async () => {
    const pdf = (await draw({ ...document, eInvoice })).toString('latin1');
    const catalog = pdf.slice(pdf.lastIndexOf('/Type /Catalog'));
    const [, associated] = /\/AF \[(\d+) 0 R\]/.exec(catalog) ?? [];
    expect(catalog).toContain(`/Names [(factur-x.xml) ${associated} 0 R]`);
    const specification = pdf.slice(pdf.indexOf(`\n${associated} 0 obj`)).split('endobj', 1)[0];
    expect(specification).toContain('/AFRelationship /Alternative');
    const [, file] = /\/EF <<\s+\/F (\d+) 0 R/.exec(specification ?? '') ?? [];
    const embedded = pdf.slice(pdf.indexOf(`\n${file} 0 obj`)).split('stream', 1)[0];
    expect(embedded).toContain('/Subtype /text#2Fxml');
    expect(embedded).toContain('/ModDate (D:20260301100000Z)');
  });

  it('looks as it does without, and is the same each time', async () => {
    const [one, other, without] = await Promise.all(
      [{ eInvoice }, { eInvoice }, {}].map((changes) => draw({ ...document, ...changes })),
    );
    expect(one!.equals(other!)).toBe(true);
    expect(await rowsOf(one!)).toEqual(await rowsOf(without!));
    const pageCount = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;
    expect(pageCount(one!)).toBe(pageCount(without!));
    expect(await embeddedFilesOf(without!)).toEqual([]);
    expect((await metadataOf(without!))('fx:DocumentFileName')).toBeNull();
  });
});

it('an e-invoice of two megabytes arrives whole', async () => {
  const large = `<Invoice>${'<Line>10.00</Line>'.repeat(120_000)}</Invoice>`;
  const pdf = await renderer.render(exampleDocument({ eInvoice: { xml: large, description: '' } }));
  const [file] = await embeddedFilesOf(pdf);
  expect(Buffer.from(file!.content).toString()).toBe(large);
  expect(pdf.length).toBeLessThan(200_000);
});

it('an own layout is not given the XML among its data', () => {
  expect(JSON.stringify(templateData(exampleDocument({ eInvoice })))).not.toContain('Invoice>');
});
