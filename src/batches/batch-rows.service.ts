import { Injectable, Logger } from '@nestjs/common';
import { DeletedMeanwhile, translateDatabaseError } from '../common/database/database-errors.js';
import { AppError } from '../common/errors/app-error.js';
import { type SqlSession } from '../common/database/database.js';
import { loggable } from '../common/errors/loggable.js';
import { type ProblemBody, problemOf } from '../common/errors/problem.js';
import { isPart } from '../common/parts.js';
import { type IssuedInvoice } from '../invoices/invoice.js';
import { InvoiceNumberTaken } from '../invoices/invoices.errors.js';
import { InvoicesService, type PreparedInvoice } from '../invoices/invoices.service.js';
import { referencesOf } from '../invoices/request-references.js';
import { PatientPdfs } from '../invoices/patient-pdfs.js';
import {
  type ClaimedBatch,
  type IssuedRow,
  type PreparedRow,
  type RenderedRow,
  type WaitingRow,
} from './batch-work.repository.js';
import { BatchLost } from './batches.errors.js';

/** Faults of one row that are kept; a thousand rows may have a thousand each. */
const faultsMax = 50;

/** Checks and renders the rows of batches, by the rules of a single request. */
@Injectable()
export class BatchRowsService {
  private readonly logger = new Logger(BatchRowsService.name);

  constructor(
    private readonly invoices: InvoicesService,
    private readonly pdfs: PatientPdfs,
  ) {}

  /** Checks what a row asks for. @throws what {@link endsRun} */
  async prepare(batch: ClaimedBatch, { position, request }: WaitingRow): Promise<PreparedRow> {
    try {
      const { store, touched } = await this.invoices.prepare(batch.caller, JSON.parse(request));
      return { position, settle: (session) => issuedOrTaken(store, session, batch.id), touched };
    } catch (error) {
      return this.refused(batch, position, error);
    }
  }

  /** A row that gets the problem of an error as its result. @throws what {@link endsRun} */
  refused({ id }: ClaimedBatch, position: number, thrown: unknown): PreparedRow {
    const error = translateDatabaseError(thrown);
    if (endsRun(error)) throw error;
    const problem = problemOf(error, id);
    if (problem.status >= 500) this.logger.error(loggable(error), { request_id: id, position });
    return { position, settle: () => Promise.resolve({ problem: cut(problem) }), touched: [] };
  }

  /** An invoice that was issued in an earlier run. */
  read({ caller }: ClaimedBatch, invoiceId: string): Promise<IssuedInvoice> {
    return this.invoices.issued(caller.accountId, invoiceId);
  }

  /** A PDF that cannot be made now is no reason to stop: the invoice stands, and its next read makes it. */
  async render(batch: ClaimedBatch, row: IssuedRow): Promise<RenderedRow | undefined> {
    const { position, invoice } = row;
    try {
      if (invoice.pdf !== null) return { position, store: () => Promise.resolve() };
      return { position, store: await this.pdfs.prepare(batch.caller.accountId, invoice) };
    } catch (error) {
      this.notRendered(batch, position, error);
      return undefined;
    }
  }

  notRendered({ id }: ClaimedBatch, position: number, error: unknown): void {
    this.logger.error(loggable(error), { request_id: id, position });
  }
}

/** What is no fault of a row and would be the same with the next one: the batch goes on later, or not at all. */
export function endsRun(error: unknown): boolean {
  return (
    error instanceof BatchLost ||
    error instanceof DeletedMeanwhile ||
    (error instanceof AppError && error.kind === 'unavailable')
  );
}

async function issuedOrTaken(
  store: PreparedInvoice['store'],
  session: SqlSession,
  batchId: string,
): ReturnType<PreparedRow['settle']> {
  try {
    return await store(session);
  } catch (error) {
    if (error instanceof InvoiceNumberTaken) return { problem: problemOf(error, batchId) };
    throw error;
  }
}

/** Whether a row refers to what one of these rows adds or changes, so that it must be looked at after them. */
export function builtOn({ request }: WaitingRow, rows: readonly PreparedRow[]): boolean {
  const touched = new Set(rows.flatMap((row) => row.touched));
  if (touched.size === 0) return false;
  const body: unknown = JSON.parse(request);
  if (!isPart(body)) return false;
  const { customers, items } = referencesOf(body);
  return [customers, items].some(({ ids, externalIds }) =>
    [...ids, ...externalIds].some((id) => touched.has(id)),
  );
}

function cut(problem: ProblemBody): ProblemBody {
  return { ...problem, ...(problem.errors && { errors: problem.errors.slice(0, faultsMax) }) };
}
