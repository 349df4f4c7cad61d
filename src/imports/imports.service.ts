import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Batch } from '../batches/batch.js';
import { BatchesService } from '../batches/batches.service.js';
import { type Caller } from '../common/http/caller.js';
import { type CsvFile, type FileFormat, readCsv } from './csv-file.js';
import { refused } from './csv-records.js';
import { suggestedMapping } from './domain/import-fields.js';
import {
  type CheckedImport,
  type CheckedInvoice,
  type ImportPlan,
  type Mapping,
  type Reading,
  standing,
} from './import.js';
import { ImportChecks } from './import-checks.service.js';
import { AlreadyImported } from './imports.errors.js';
import { type ImportRecord, ImportsRepository } from './imports.repository.js';

const exportPageSize = 100;

/** Files on their way to invoices: read, checked, and handed over as a batch. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly checks: ImportChecks,
    private readonly imports: ImportsRepository,
    private readonly batches: BatchesService,
  ) {}

  /** A file as a table, with a mapping to start from; stores nothing. @throws InvalidRequest */
  async read(accountId: string, bytes: Buffer, format: FileFormat): Promise<Reading> {
    const file = await readCsv(bytes, format);
    const earlier = await this.imports.mapping(accountId, headerHash(file));
    if (earlier !== undefined) return { file, suggestion: earlier, remembered: true };
    const columns = suggestedMapping(file.sheet.header.cells);
    return { file, suggestion: { columns, pricesIncludeTax: false }, remembered: false };
  }

  /** What an import would come to; stores nothing. @throws InvalidRequest */
  preview(caller: Caller, bytes: Buffer, plan: ImportPlan): Promise<CheckedImport> {
    return this.checks.check(caller, bytes, plan);
  }

  /**
   * Hands the invoices of a file over as a batch: all of them, or those without faults where the plan says so.
   * What was imported before is left out. @throws InvalidRequest, AlreadyImported, TooManyBatches
   */
  async run(caller: Caller, bytes: Buffer, plan: ImportPlan): Promise<Batch> {
    const checked = await this.checks.check(caller, bytes, plan);
    const invoices = importable(checked, plan);
    const bodies = invoices.map(({ body }) => body);
    const { batch } = await this.batches.accept(caller, bodies, idempotencyKey(checked, invoices));
    await this.imports.add(caller.accountId, {
      batchId: batch.id,
      headerHash: headerHash(checked.file),
      mapping: mappingOf(plan),
      createdAt: batch.createdAt,
      hashes: invoices.map(({ hash }) => hash),
    });
    return batch;
  }

  /** Every import of the account, newest first. */
  async *all(accountId: string): AsyncGenerator<ImportRecord> {
    let before: string | undefined;
    for (;;) {
      const page = await this.imports.page(accountId, exportPageSize, before);
      yield* page;
      before = page.at(-1)?.batchId;
      if (page.length < exportPageSize) return;
    }
  }

  /** The rows of the invoices that have faults, as they stand in the file, below its header. */
  async faultyRows(caller: Caller, bytes: Buffer, plan: ImportPlan): Promise<string> {
    const { file, invoices } = await this.checks.check(caller, bytes, plan);
    const faulty = invoices.filter((invoice) => standing(invoice) === 'faulty');
    const rows = faulty.flatMap(({ rows: { rows } }) => rows).sort((a, b) => a.number - b.number);
    const lines = [file.sheet.header, ...rows].map(({ raw }) => raw.replace(/[\r\n]+$/, ''));
    return `\uFEFF${lines.join('\r\n')}\r\n`;
  }
}

/** The same for the same invoices until an import is stored, so that a button pressed twice imports once. */
function idempotencyKey(
  { lastImport = '' }: CheckedImport,
  invoices: readonly CheckedInvoice[],
): string {
  const hash = createHash('sha256').update(lastImport);
  for (const invoice of invoices) hash.update(invoice.hash);
  return `csv-import-${hash.digest('hex')}`;
}

/** @throws InvalidRequest, AlreadyImported */
function importable(
  { invoices, lastImport }: CheckedImport,
  { skipFaulty, repeatAfter }: ImportPlan,
): CheckedInvoice[] {
  if (repeatAfter !== undefined && repeatAfter !== lastImport) throw new AlreadyImported(true);
  const faulty = invoices.filter((invoice) => standing(invoice) === 'faulty');
  if (faulty.length > 0 && !skipFaulty) throw refused(withFaults(faulty.length));
  const ready = invoices.filter((invoice) => standing(invoice) === 'ready');
  if (ready.length > 0) return ready;
  throw faulty.length > 0 ? refused(withFaults(faulty.length)) : new AlreadyImported(false);
}

function mappingOf({ columns, decimalMark, dateOrder, pricesIncludeTax }: ImportPlan): Mapping {
  return { columns, decimalMark, dateOrder, pricesIncludeTax };
}

function headerHash({ sheet }: CsvFile): string {
  const names = sheet.header.cells.map((name) => name.trim());
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}

function withFaults(count: number) {
  return {
    code: 'rows_with_faults',
    message: `${count === 1 ? 'One invoice has' : `${count} invoices have`} faults; nothing was stored.`,
    hint: 'Mend the file, or import only the invoices without faults.',
  };
}
