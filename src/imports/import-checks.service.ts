import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InvalidRequest } from '../common/errors/app-error.js';
import { type Caller } from '../common/http/caller.js';
import { Turns } from '../common/turns.js';
import { rowsMax as invoicesMax } from '../batches/batch.js';
import { type InvoiceDraft } from '../invoices/invoice.js';
import { InvoicesService } from '../invoices/invoices.service.js';
import { requestHash } from '../invoices/request-hash.js';
import { type CsvFile, readCsv } from './csv-file.js';
import { refused } from './csv-records.js';
import { type CellStyle, type Columns } from './domain/columns.js';
import { placed } from './domain/fault-places.js';
import { type InvoiceRows, invoicesOf } from './domain/grouped-rows.js';
import { bodyOf } from './domain/invoice-body.js';
import { repeatedNumbers, takenNumbers } from './domain/number-faults.js';
import { shapeFault } from './domain/sheet.js';
import { type CheckedImport, type CheckedInvoice, type ImportPlan } from './import.js';
import { readingOf } from './import-plans.js';
import { ImportsRepository } from './imports.repository.js';

/** Files of all accounts that are checked at once: each keeps the processor busy for seconds. */
const filesAtOnce = 2;

interface Read {
  readonly file: CsvFile;
  readonly columns: Columns;
  readonly style: CellStyle;
  readonly pricesIncludeTax: boolean;
}

/** Checks files by the rules of single requests, and tells every fault by its row and column. */
@Injectable()
export class ImportChecks {
  private readonly turns = new Turns(filesAtOnce);

  constructor(
    private readonly invoices: InvoicesService,
    private readonly imports: ImportsRepository,
  ) {}

  /** Reads and checks a file; stores nothing. @throws InvalidRequest where the file or the plan is no use */
  check(caller: Caller, bytes: Buffer, plan: ImportPlan): Promise<CheckedImport> {
    return this.turns.run(async () => {
      const file = await readCsv(bytes, plan);
      const read = { file, pricesIncludeTax: plan.pricesIncludeTax, ...readingOf(file, plan) };
      const groups = invoicesOf(file.sheet, read.columns);
      if (groups.length > invoicesMax) throw refused(tooManyInvoices(groups.length));
      const checked: CheckedInvoice[] = [];
      for (const rows of groups) {
        checked.push(await this.checkOne(caller, rows, read));
        await turn();
      }
      const known = await this.withImports(caller.accountId, checked, plan);
      const invoices = await this.withNumbers(caller.accountId, known, read.columns);
      const lastImport = await this.imports.newest(caller.accountId);
      return { file, columns: read.columns, style: read.style, invoices, lastImport };
    });
  }

  private async checkOne(caller: Caller, rows: InvoiceRows, read: Read): Promise<CheckedInvoice> {
    const { columns, style, file, pricesIncludeTax } = read;
    const { body, faults: ofCells } = bodyOf(rows, columns, { ...style, pricesIncludeTax });
    const result = await this.draft(caller, body);
    const width = file.sheet.header.cells.length;
    const ofShape = rows.rows.flatMap((row) => shapeFault(row, width) ?? []);
    const faults = placed([...rows.faults, ...ofCells], result.faults, {
      ...{ invoice: rows, columns, ofShape },
    });
    const draft = faults.length > 0 ? undefined : result.draft;
    return { rows, body, hash: requestHash(body), draft, faults, importedAt: undefined };
  }

  private async draft(caller: Caller, body: unknown) {
    try {
      const { draft } = await this.invoices.preview(caller, body);
      return { draft: draft as InvoiceDraft | undefined, faults: [] };
    } catch (error) {
      if (error instanceof InvalidRequest) return { draft: undefined, faults: error.faults ?? [] };
      throw error;
    }
  }

  private async withImports(
    accountId: string,
    invoices: readonly CheckedInvoice[],
    { repeatAfter }: ImportPlan,
  ): Promise<CheckedInvoice[]> {
    if (repeatAfter !== undefined) return [...invoices];
    const at = await this.imports.importedAt(
      accountId,
      invoices.map(({ hash }) => hash),
    );
    return invoices.map((invoice) => ({ ...invoice, importedAt: at.get(invoice.hash) }));
  }

  /** Numbers that are in use; an invoice that was imported before is no fault but for its own number. */
  private async withNumbers(
    accountId: string,
    invoices: readonly CheckedInvoice[],
    columns: Columns,
  ): Promise<CheckedInvoice[]> {
    const fresh = invoices.filter(({ importedAt }) => importedAt === undefined);
    const numbered = fresh.flatMap(({ rows, body }) =>
      typeof body.invoice_number === 'string' ? [{ rows, number: body.invoice_number }] : [],
    );
    if (numbered.length === 0) return [...invoices];
    const taken = await this.invoices.takenNumbers(
      accountId,
      numbered.map(({ number }) => number),
    );
    const column = columns.of('invoice_number');
    const wrong = new Map([
      ...takenNumbers(numbered, taken, column),
      ...repeatedNumbers(numbered, column),
    ]);
    return invoices.map((invoice) => {
      const fault = wrong.get(invoice.rows);
      if (fault === undefined) return invoice;
      return { ...invoice, draft: undefined, faults: [...invoice.faults, fault] };
    });
  }
}

function tooManyInvoices(count: number) {
  return {
    code: 'too_many',
    message: `The file has ${count.toLocaleString('en')} invoices; at most ${invoicesMax.toLocaleString('en')} can be imported at once.`,
    hint: 'Split it into several files with the same first row.',
  };
}
