import { type Organization } from '../../accounts/organization.js';
import { type PdfDocument, type PdfRow } from '../../pdf/pdf-document.js';
import { addressLines, paperFor } from '../domain/party.js';
import { currentVersion, usualTemplate } from '../../pdf/template-versions.js';
import { type PdfLogo } from '../invoice-document.js';
import { type PeriodReport, type SeriesReport } from './series-reports.service.js';

/** Missing or left-out places that are named one by one; the JSON report names all. */
const namedMax = 200;
const heads = ['Period', 'Issued', 'Void', 'Left out', 'Missing', 'Twice'];
const chainText =
  'The seal of a period is the last link of a chain. The first link is the SHA-256 of “finvo-series-1”, the ' +
  'name of the series and the period, each on a line of its own. Every further link is the SHA-256 of the ' +
  'link before it, the place, the number and the SHA-256 of the invoice’s PDF, each on a line of its own; ' +
  'a number without a PDF has “-” in its place. Whoever has the PDFs can calculate the seal again.';

/** A report on a series as a page in English, on the letterhead of the organization. */
export function seriesReportDocument(
  report: SeriesReport,
  organization: Organization,
  logo: PdfLogo | undefined,
): PdfDocument {
  const title = `Number series ${report.series}`;
  return {
    template: currentVersion(usualTemplate),
    paper: paperFor(organization.address?.country),
    language: 'en',
    title,
    author: organization.name,
    createdAt: report.generatedAt,
    ...(organization.accent_color !== null && { accentColor: organization.accent_color }),
    ...(organization.logo_position !== null && { logoPosition: organization.logo_position }),
    ...(logo && { logo }),
    heading: 'Number series',
    sender: {
      label: 'Organization',
      name: organization.name,
      lines: addressLines(organization.address ?? {}, organization.address?.country),
    },
    recipient: { label: 'Result', name: verdict(report), lines: resultLines(report) },
    facts: [
      { label: 'Series', value: report.series },
      { label: 'Made on', value: `${report.generatedAt.slice(0, 16).replace('T', ' ')} UTC` },
      { label: 'Invoices', value: String(sumOf(report, (each) => each.issued + each.void)) },
    ],
    table: {
      columns: heads.map((label, index) => ({ label, align: index === 0 ? 'start' : 'end' })),
      rows: report.periods.map(periodRow),
    },
    totals: [],
    texts: [
      { title: 'Places without an invoice', text: missingText(report) },
      { title: 'The seal', text: chainText },
    ].filter(({ text }) => text !== ''),
    footer: `${organization.name} · ${title}`,
    pageLabel: 'Page {page} of {pages}',
  };
}

function verdict({ complete }: SeriesReport): string {
  return complete ? 'No gaps and no duplicates' : 'There are gaps or duplicates';
}

function resultLines(report: SeriesReport): string[] {
  const pending = sumOf(report, (each) => each.pdfsPending);
  return [
    'Every place below the next one was looked at.',
    ...(pending > 0
      ? [`${pending} invoices have no PDF yet; the seal will be another one with it.`]
      : []),
  ];
}

function periodRow(report: PeriodReport): PdfRow {
  const { firstNumber, lastNumber, gaps, chainHead, period, next } = report;
  const missing = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const counts = [report.issued, report.void, report.steppedOver.length, missing];
  return {
    description: period === '' ? 'All numbers' : period,
    details: [
      ...(firstNumber !== null && lastNumber !== null ? [`${firstNumber} to ${lastNumber}`] : []),
      `Places 1 to ${next - 1}`,
      `Seal ${chainHead}`,
    ],
    cells: [...counts, report.duplicates.length].map(String),
  };
}

function missingText({ periods }: SeriesReport): string {
  const lines = periods.flatMap(({ period, gaps, duplicates, steppedOver }) => {
    const place = (text: string) => [period, text].filter(Boolean).join(' · ');
    return [
      ...gaps.map(({ from, to }) => place(`missing: ${from === to ? from : `${from} to ${to}`}`)),
      ...duplicates.map(({ sequence, number }) => place(`twice: ${sequence} (${number})`)),
      ...steppedOver.map(({ sequence, number }) =>
        place(`left out: ${sequence}, as ${number} was the own number of an invoice already`),
      ),
    ];
  });
  const more = lines.length - namedMax;
  const shown = lines.slice(0, namedMax);
  return [...shown, ...(more > 0 ? [`and ${more} more, which the JSON report names`] : [])].join(
    '\n',
  );
}

function sumOf({ periods }: SeriesReport, count: (period: PeriodReport) => number): number {
  return periods.reduce((sum, period) => sum + count(period), 0);
}
