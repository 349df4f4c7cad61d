// `npm run proof -- [folder] [second language]`: one invoice in every language, as PDF and, where pdftoppm is
// installed, as PNG. Look at all of them after a change of labels, fonts or layout.
import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newOrganization } from '../dist/accounts/organization.js';
import { languages } from '../dist/common/i18n/languages.js';
import { loadConfig } from '../dist/config/config.js';
import { draftOf } from '../dist/invoices/draft.js';
import { invoiceDocument } from '../dist/invoices/invoice-document.js';
import { GlyphCoverage } from '../dist/pdf/glyph-coverage.js';
import { PdfRenderer } from '../dist/pdf/pdf-renderer.js';

const [folder = 'proof', secondLanguage = 'none'] = process.argv.slice(2);

const organization = {
  ...newOrganization,
  name: 'Northwind Studio Ltd',
  email: 'hello@northwind.example',
  phone: '+44 117 496 0123',
  tax_id: 'GB 123 4567 89',
  registration_number: '0123-4567',
  address: { line1: '12 Harbour Street', city: 'Bristol', postal_code: 'BS1 4ST', country: 'GB' },
  payment: {
    iban: 'GB29NWBK60161331926819',
    bic: 'NWBKGB2L',
    account_name: 'Northwind Studio Ltd',
    reference: 'INV-2026-001',
  },
  currency: 'EUR',
  payment_terms_days: 14,
};

const request = {
  recipient: {
    name: 'Acme Corp',
    email: 'billing@acme.example',
    tax_id: '12-3456789',
    address: { line1: '500 Market Street', city: 'Springfield', region: 'IL', country: 'US' },
  },
  line_items: [
    {
      description: 'Consulting services',
      quantity: 10.5,
      unit: 'h',
      unit_price: 1150,
      tax_rate: 19,
    },
    {
      description: 'Printed handbook',
      details: 'Second edition',
      quantity: 1250,
      unit_price: '25.125',
      taxes: [{ name: 'VAT', rate: 7.5 }],
      discount: { percent: 12.5 },
    },
  ],
  discounts: [{ percent: 5 }],
  charges: [{ amount: 40, tax_rate: 19 }],
  reference: 'PO-4711',
  notes: 'Questions? hello@northwind.example',
};

const config = loadConfig({ DATABASE_URL: 'sqlite:unused.db' });
const renderer = new PdfRenderer(config, new GlyphCoverage(config));
mkdirSync(folder, { recursive: true });
for (const language of languages) {
  await print(language, false);
  await print(language, true);
}
await renderer.onApplicationShutdown();
console.log(`${languages.length * 2} invoices are in ${folder}/.`);

/** Writes one invoice; prices that include tax print other totals. */
async function print(language, inclusive) {
  const name = join(folder, inclusive ? `${language}.inclusive` : language);
  const result = draftOf(
    { ...request, language, second_language: secondLanguage, prices_include_tax: inclusive },
    { organization, today: '2026-01-19', source: 'api' },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const document = invoiceDocument(result.draft, {
    number: 'INV-2026-001',
    createdAt: '2026-01-19T10:00:00.000Z',
    logo: undefined,
    preview: false,
  });
  writeFileSync(`${name}.pdf`, await renderer.render(document));
  const drawn = spawnSync('pdftoppm', ['-r', '80', '-png', `${name}.pdf`, name]);
  if (drawn.error && drawn.error.code !== 'ENOENT') throw drawn.error;
}
