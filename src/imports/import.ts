import { type InvoiceDraft } from '../invoices/invoice.js';
import { type CsvFile, type FileFormat } from './csv-file.js';
import { type CellStyle, type Columns } from './domain/columns.js';
import { type DateOrder } from './domain/days-of-cells.js';
import { type DecimalMark } from './domain/figures.js';
import { type InvoiceRows } from './domain/grouped-rows.js';
import { type MappedColumn } from './domain/import-fields.js';
import { type RowFault } from './domain/sheet.js';

/** What is remembered for the next file with the same header. */
export interface Mapping {
  readonly columns: readonly MappedColumn[];
  readonly decimalMark?: DecimalMark | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly pricesIncludeTax: boolean;
}

/** How the rows of a file become invoices. */
export interface ImportPlan extends FileFormat, Mapping {
  /** Import the invoices without faults where others have some. */
  readonly skipFaulty: boolean;
  /** Import also what was imported before: the last import that the person knows of. */
  readonly repeatAfter?: string | undefined;
}

/** A file with a mapping that a person can start from. */
export interface Reading {
  readonly file: CsvFile;
  readonly suggestion: Mapping;
  /** Whether the mapping is the one of the last import with the same header. */
  readonly remembered: boolean;
}

/** An invoice of a file. */
export interface CheckedInvoice {
  readonly rows: InvoiceRows;
  /** The request that it is issued with. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Hash of that request, by which it is known again. */
  readonly hash: string;
  /** None where it has faults. */
  readonly draft: InvoiceDraft | undefined;
  readonly faults: readonly RowFault[];
  /** When the same invoice was imported last. */
  readonly importedAt: string | undefined;
}

/** A file whose invoices are all checked; nothing is stored. */
export interface CheckedImport {
  readonly file: CsvFile;
  readonly columns: Columns;
  readonly style: CellStyle;
  readonly invoices: readonly CheckedInvoice[];
  /** The batch of the newest import of the account. */
  readonly lastImport: string | undefined;
}

/** Where an invoice of a file stands. */
export function standing(invoice: CheckedInvoice): 'ready' | 'faulty' | 'imported' {
  if (invoice.faults.length > 0) return 'faulty';
  return invoice.importedAt === undefined ? 'ready' : 'imported';
}
