import { Answer } from '../../common/http/fields.js';
import { currencyDecimals, formatMinor } from '../../money/currency.js';
import { type DateOrder, dateOrders } from '../domain/days-of-cells.js';
import { type DecimalMark, decimalMarks } from '../domain/figures.js';
import { columnName, type RowFault } from '../domain/sheet.js';
import { type CheckedImport, type CheckedInvoice, standing } from '../import.js';

/** Faults of a file that are told. */
const faultsMax = 1_000;

const count = (description: string) => Answer({ type: 'integer', description });

export class ImportedInvoiceDto {
  @Answer({ type: 'integer', isArray: true, description: 'Its rows; the header is usually row 1.' })
  rows: number[];
  @Answer({
    type: 'string',
    enum: ['ready', 'faulty', 'imported'],
    description: 'Imported: the same invoice came with an earlier import.',
  })
  standing: 'ready' | 'faulty' | 'imported';
  @Answer({
    type: ['string', 'null'],
    description: 'Its own number; null: the next of the series.',
  })
  invoice_number: string | null;
  @Answer({ type: ['string', 'null'], description: 'Name of the recipient.' })
  recipient_name: string | null;
  @Answer({ type: ['string', 'null'], format: 'date', description: 'Date of the invoice.' })
  date: string | null;
  @Answer({ type: ['string', 'null'], description: 'ISO 4217 code.' }) currency: string | null;
  @Answer({ type: ['string', 'null'], description: 'Total; null where it has faults.' })
  total: string | null;
  @Answer({
    type: ['string', 'null'],
    format: 'date-time',
    description: 'When the same invoice was imported last.',
  })
  imported_at: string | null;

  static from(invoice: CheckedInvoice): ImportedInvoiceDto {
    const { body, draft } = invoice;
    return {
      rows: invoice.rows.rows.map(({ number }) => number),
      standing: standing(invoice),
      invoice_number: textOf(body.invoice_number),
      recipient_name: textOf((body.recipient as { name?: unknown } | undefined)?.name),
      date: draft?.date ?? null,
      currency: draft?.currency ?? null,
      total: draft === undefined ? null : amount(draft.totalMinor, draft.currency),
      imported_at: invoice.importedAt ?? null,
    };
  }
}

export class ImportTotalDto {
  @Answer({ type: 'string', description: 'ISO 4217 code.' }) currency: string;
  @count('Invoices in this currency that are ready.') invoices: number;
  @Answer({ type: 'string', description: 'Sum of their totals.' }) total: string;
}

export class RowFaultDto {
  @Answer({ type: 'integer', description: 'Row of the file; the header is usually row 1.' })
  row: number;
  @Answer({ type: ['string', 'null'], description: 'Header of the column, where there is one.' })
  column: string | null;
  @Answer({ type: 'string', description: 'Stable code of the fault.' }) code: string;
  @Answer({ type: 'string', description: 'What is wrong.' }) message: string;
  @Answer({ type: 'string', optional: true, description: 'What to do.' }) hint?: string;
}

/** What an import would come to; nothing is stored. */
export class ImportPreviewDto {
  @Answer({ type: 'string', enum: decimalMarks, description: 'How figures were read.' })
  decimal_mark: DecimalMark;
  @Answer({ type: 'string', enum: dateOrders, description: 'How dates were read.' })
  date_order: DateOrder;
  @count('Invoices that can be imported.') ready: number;
  @count('Invoices with faults.') faulty: number;
  @count('Invoices that an earlier import has made.') imported: number;
  @Answer({ type: () => ImportTotalDto, isArray: true, description: 'Totals of what is ready.' })
  totals: ImportTotalDto[];
  @Answer({ type: () => ImportedInvoiceDto, isArray: true, description: 'All, in their order.' })
  invoices: ImportedInvoiceDto[];
  @count('Faults of all rows.') faults_total: number;
  @Answer({ type: () => RowFaultDto, isArray: true, description: 'The first 1,000 of them.' })
  faults: RowFaultDto[];

  @Answer({
    type: ['string', 'null'],
    description: 'Batch of the newest import: send it as repeat_after to import again.',
  })
  last_import: string | null;

  static from({ file, style, invoices, lastImport }: CheckedImport): ImportPreviewDto {
    const faults = invoices.flatMap((invoice) => invoice.faults).sort((a, b) => a.row - b.row);
    const header = file.sheet.header.cells;
    const number = (wanted: string) => invoices.filter((one) => standing(one) === wanted).length;
    return {
      decimal_mark: style.decimalMark,
      date_order: style.dateOrder,
      ready: number('ready'),
      faulty: number('faulty'),
      imported: number('imported'),
      totals: totalsOf(invoices.filter((invoice) => standing(invoice) === 'ready')),
      invoices: invoices.map((invoice) => ImportedInvoiceDto.from(invoice)),
      last_import: lastImport ?? null,
      faults_total: faults.length,
      faults: faults.slice(0, faultsMax).map((fault) => faultOf(fault, header)),
    };
  }
}

function faultOf({ column, ...fault }: RowFault, header: readonly string[]): RowFaultDto {
  return { ...fault, column: column === null ? null : columnName(header, column) };
}

function totalsOf(invoices: readonly CheckedInvoice[]): ImportTotalDto[] {
  const byCurrency = new Map<string, { invoices: number; minor: bigint }>();
  for (const { draft } of invoices) {
    if (draft === undefined) continue;
    const before = byCurrency.get(draft.currency) ?? { invoices: 0, minor: 0n };
    const after = { invoices: before.invoices + 1, minor: before.minor + draft.totalMinor };
    byCurrency.set(draft.currency, after);
  }
  return [...byCurrency].map(([currency, { invoices: many, minor }]) => ({
    currency,
    invoices: many,
    total: amount(minor, currency),
  }));
}

function amount(minor: bigint, currency: string): string {
  return formatMinor(minor, currencyDecimals(currency) ?? 2);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, 200) : null;
}
