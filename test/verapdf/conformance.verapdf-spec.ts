import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { newOrganization } from '../../src/accounts/organization.js';
import { languages } from '../../src/common/i18n/languages.js';
import { loadConfig } from '../../src/config/config.js';
import { draftOf } from '../../src/invoices/draft.js';
import { invoiceDocument } from '../../src/invoices/invoice-document.js';
import { GlyphCoverage } from '../../src/pdf/glyph-coverage.js';
import { fullExample } from '../../src/pdf/own/example-documents.js';
import { OwnTemplates } from '../../src/pdf/own/own-templates.js';
import { readTemplateFolder } from '../../src/pdf/own/template-folder.js';
import { type PdfDocument } from '../../src/pdf/pdf-document.js';
import { PdfRenderer } from '../../src/pdf/pdf-renderer.js';
import { currentVersion, templateNames } from '../../src/pdf/template-versions.js';
import { exampleDocument, exampleRows } from '../../src/pdf/testing/example-document.js';
import { verify } from './verapdf.js';

const templates = templateNames.map(currentVersion);

/** Invoices that name it may still be rendered for the first time. */
const oldTemplates = ['clean-1'];

const eInvoice = { xml: '<Invoice>Über & "aus"</Invoice>', description: 'Rechnung "A" & <B>' };

const {
  watermark: _watermark,
  slip: _slip,
  payment: { facts, title, code },
  ...rest
} = fullExample;
const withoutSlip: PdfDocument = { ...rest, payment: { title, facts, code } };

/** What a page may hold, and each of the ways in which it stands there. */
const variants: Readonly<Record<string, Partial<PdfDocument>>> = {
  'logo, slip, payment code with its link, and a watermark': fullExample,
  'logo in the middle': { ...withoutSlip, logoPosition: 'center' },
  'logo at the end': { ...withoutSlip, logoPosition: 'end' },
  'a slip whose payer fills in a form': {
    ...fullExample,
    slip: { ...fullExample.slip, payer: [] },
  },
  'four pages': {
    ...withoutSlip,
    table: { ...fullExample.table, rows: exampleRows(80) },
    texts: [{ title: '', text: `tab\tand\n\nlines ${'of many words '.repeat(400)}` }],
  },
  'a row that is taller than a page': {
    table: {
      ...fullExample.table,
      rows: [{ description: 'part\n'.repeat(180), details: [], cells: ['1', '2', '3'] }],
    },
  },
  'two languages': {
    heading: 'Rechnung\nفاتورة',
    facts: [{ label: 'Datum\nالتاريخ', value: '1. März 2026' }],
  },
  'nothing optional': {
    ...{ facts: [], totals: [], taxes: undefined, payment: undefined, texts: [], footer: '' },
    sender: { label: '', name: 'Northwind', lines: [] },
  },
  'signs of XML and of PDF in its texts': {
    title: '</rdf:RDF> & "quoted" endobj\nendstream $& 😀',
    author: 'Müller & Söhne <AG>)',
  },
};

function invoiceIn(language: string, template: string): PdfDocument {
  const request = {
    language,
    currency: 'EUR',
    recipient: { name: 'Acme Corp', address: { line1: '1 Rue', city: 'Paris', country: 'FR' } },
    due_date: '2026-02-02',
    line_items: [
      { description: 'Consulting', details: '1234', quantity: 1234, unit_price: '15.5' },
      {
        description: 'Credit',
        quantity: -2,
        unit_price: '99.9',
        taxes: [{ name: 'VAT', rate: 19 }],
      },
    ],
    notes: 'Thank you',
    payment: { iban: 'DE89370400440532013000', account_name: 'Example Ltd' },
  };
  const organization = { ...newOrganization, name: 'Example Ltd', tax_id: 'GB 123 4567 89' };
  const context = { organization, today: '2026-01-19', source: 'api' } as const;
  const result = draftOf(request, { ...context, templateVersion: () => template });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const { logo } = fullExample;
  const createdAt = '2026-01-19T10:00:00.000Z';
  return invoiceDocument(result.draft, { createdAt, logo, watermark: undefined, number: 'N-1' });
}

const documents = new Map<string, PdfDocument>();
for (const template of templates)
  for (const language of languages)
    documents.set(`${template} in ${language}`, invoiceIn(language, template));
for (const template of [...templates, ...oldTemplates])
  for (const [name, changes] of Object.entries(variants)) {
    const document = exampleDocument({ ...changes, template });
    documents.set(`${template} with ${name}`, document);
    documents.set(`${template} with ${name}, hybrid`, { ...document, eInvoice });
  }

/** The layout that docs/own-templates.md shows. */
const documented = 'letter';

/** What veraPDF must not pass. */
const damage = {
  'another part of PDF/UA': ['<pdfuaid:part>1', '<pdfuaid:part>2'],
  'a title that stays hidden': ['/DisplayDocTitle', '/DisplayDocTitel'],
  'a logo without words': ['/Alt ', '/Tla '],
  'a font that is missing': ['/FontFile', '/FontFool'],
} as const;

for (const changes of [{}, { eInvoice }])
  documents.set(`${documented}, ${Object.keys(changes).join()}`, {
    ...fullExample,
    ...changes,
    template: `own:${documented}@0`,
  });

let broken: Map<string, string[]>;

/** What is wrong with the documents that are named so, by their names. */
const faultsOf = (pattern: RegExp) =>
  [...broken].filter(([name, faults]) => pattern.test(name) && faults.length > 0);

const config = loadConfig({ RENDER_THREADS: '2', DATABASE_URL: 'sqlite:unused.db' });
const coverage = new GlyphCoverage(config);
const renderer = new PdfRenderer(config, coverage);
const own = new OwnTemplates(config, coverage);

async function useDocumentedLayout(): Promise<void> {
  const [, layout] = /```typst\n(.*?)```/s.exec(readFileSync('docs/own-templates.md', 'utf8'))!;
  const folder = mkdtempSync(join(tmpdir(), 'finvo-conformance-'));
  writeFileSync(join(folder, `${documented}.typ`), layout!);
  await own.use(readTemplateFolder(folder));
  rmSync(folder, { recursive: true });
}

beforeAll(async () => {
  await useDocumentedLayout();
  const pdfs = new Map<string, Uint8Array>();
  const remaining = documents.entries();
  const lane = async () => {
    for (const [name, document] of remaining) {
      const isOwn = document.template.startsWith('own:');
      pdfs.set(name, await (isOwn ? own : renderer).render(document));
    }
  };
  await Promise.all([lane(), lane()]);
  const whole = await renderer.render(exampleDocument({ logo: fullExample.logo }));
  for (const [name, [from, to]] of Object.entries(damage))
    pdfs.set(name, Buffer.from(whole.toString('latin1').replace(from, to), 'latin1'));
  await Promise.all([renderer.onApplicationShutdown(), own.onApplicationShutdown()]);
  broken = await verify(pdfs, ['3a', '3b', 'ua1']);
}, 600_000);

describe('by veraPDF, a PDF is PDF/A-3a, PDF/A-3b and PDF/UA-1', () => {
  it.each(templates)('in every language, in the layout %s', (template) => {
    expect(faultsOf(new RegExp(`^${template} in `))).toEqual([]);
  });

  it('in the layout that is shown to operators, as a hybrid too', () => {
    const found = [...broken].filter(([name]) => name.startsWith(`${documented}, `));
    expect(found.map(([, faults]) => faults)).toEqual([[], []]);
  });

  it.each(Object.keys(variants))('with %s, in every layout, as a hybrid too', (variant) => {
    const named = [...documents.keys()].filter((name) => name.includes(` with ${variant}`));
    expect(named).toHaveLength(2 * (templates.length + oldTemplates.length));
    expect(named.flatMap((name) => broken.get(name))).toEqual([]);
  });
});

describe('veraPDF as the tests drive it', () => {
  it.each<[keyof typeof damage, string[]]>([
    ['another part of PDF/UA', ['ua1 5-2']],
    ['a title that stays hidden', ['ua1 7.1-10']],
    ['a logo without words', ['ua1 7.3-1']],
    ['a font that is missing', ['3a 6.2.11.4.1-1', '3b 6.2.11.4.1-1', 'ua1 7.21.4.1-1']],
  ])('finds fault with %s', (name, rules) => {
    const found = broken.get(name)?.map((fault) => fault.split(' ', 2).join(' '));
    expect([...new Set(found)].sort()).toEqual(rules);
  });
});
