// What the PDFs alone cost: the renderer without HTTP, without a database.
import 'reflect-metadata';
import { readRequest } from '../dist/common/http/read-request.js';
import { newOrganization } from '../dist/accounts/organization.js';
import { CreateInvoiceDto } from '../dist/invoices/dto/create-invoice.dto.js';
import { draftOf } from '../dist/invoices/draft.js';
import { invoiceDocument } from '../dist/invoices/invoice-document.js';
import { currentVersion, usualTemplate } from '../dist/pdf/template-versions.js';
import { GlyphCoverage } from '../dist/pdf/glyph-coverage.js';
import { PdfRenderer } from '../dist/pdf/pdf-renderer.js';
import { invoiceRequest } from './invoice.js';
import { percentiles } from './rounds.js';

/** Renders different invoices for `seconds`, or so many of them, `concurrency` at a time. */
export async function renderBare({
  lines,
  threads,
  concurrency,
  seconds = Infinity,
  count = Infinity,
}) {
  const config = { pdf: { renderThreads: threads, fontsDirectory: undefined } };
  const renderer = new PdfRenderer(config, new GlyphCoverage(config));
  await Promise.all(Array.from({ length: threads }, () => renderer.render(document(lines, 0))));
  const timesMs = [];
  const startedMs = performance.now();
  const cpuBefore = process.cpuUsage();
  let made = 0;
  const worker = async () => {
    while (made < count && performance.now() < startedMs + seconds * 1000) {
      const before = performance.now();
      await renderer.render(document(lines, (made += 1)));
      timesMs.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const elapsedSeconds = (performance.now() - startedMs) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  await renderer.onApplicationShutdown();
  return {
    ...percentiles(timesMs),
    per_s: timesMs.length / elapsedSeconds,
    cpu_ms: (user + system) / 1000 / timesMs.length,
  };
}

function document(lines, salt) {
  const { value } = readRequest(CreateInvoiceDto, invoiceRequest(lines, salt));
  const organization = { ...newOrganization, name: 'Bench Ltd' };
  const templateVersion = () => currentVersion(usualTemplate);
  const context = { organization, today: '2026-01-19', source: 'api', templateVersion };
  const result = draftOf(value, context);
  return invoiceDocument(result.draft, {
    number: `INV-${salt}`,
    createdAt: '2026-01-19T00:00:00.000Z',
    logo: undefined,
    watermark: undefined,
  });
}
