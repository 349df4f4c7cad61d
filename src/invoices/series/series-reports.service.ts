import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/errors/app-error.js';
import { Clock } from '../../common/time/clock.js';
import { SeriesAudit, type SeriesFindings } from '../domain/series-audit.js';
import { InvoicePdfsService } from '../invoice-pdfs.service.js';
import { InvoicesService } from '../invoices.service.js';
import { NumberChain } from './number-chain.js';
import { SeriesNotFound } from './series.errors.js';
import { type SeriesCounter, type SeriesEntry, SeriesRepository } from './series.repository.js';

/** Rows that are read at once. */
const pageSize = 2_000;
/** PDFs that one report makes at most, so that its answer does not take minutes. */
const pdfsMax = 200;
/** Series and periods that are listed at most. */
const countersMax = 1_000;

/** What was found in one period, sealed by the last link of its chain. */
export interface PeriodReport extends SeriesFindings {
  readonly period: string;
  readonly next: number;
  readonly pdfsPending: number;
  readonly chainHead: string;
}

export interface SeriesReport {
  readonly series: string;
  readonly generatedAt: string;
  readonly complete: boolean;
  readonly periods: readonly PeriodReport[];
}

/** Which part of a series a request is about. */
export interface SeriesChoice {
  readonly series: string;
  readonly period?: string | undefined;
}

/** Proves that the numbers of a series have no gaps and no duplicates. */
@Injectable()
export class SeriesReportsService {
  constructor(
    private readonly repository: SeriesRepository,
    private readonly invoices: InvoicesService,
    private readonly pdfs: InvoicePdfsService,
    private readonly clock: Clock,
  ) {}

  list(accountId: string): Promise<SeriesCounter[]> {
    return this.repository.counters(accountId, { limit: countersMax });
  }

  /** A page of the places of one period (the one without a name unless said otherwise). @throws SeriesNotFound */
  async numbers(
    accountId: string,
    { series, period = '' }: SeriesChoice,
    { after, limit }: { after: number; limit: number },
  ): Promise<SeriesEntry[]> {
    const [counter] = await this.counters(accountId, { series, period });
    if (counter === undefined) throw new SeriesNotFound();
    const before = counter.next;
    return this.repository.places(accountId, { series, period, after, before, limit });
  }

  /**
   * The report on all periods of a series, or on one. Invoices that are issued meanwhile are left out:
   * the counters are read first, and every place below them is committed.
   * @throws SeriesNotFound
   */
  async report(accountId: string, choice: SeriesChoice): Promise<SeriesReport> {
    const counters = await this.counters(accountId, choice);
    if (counters.length === 0) throw new SeriesNotFound();
    const budget = { pdfs: pdfsMax };
    const periods: PeriodReport[] = [];
    for (const counter of counters) periods.push(await this.period(accountId, counter, budget));
    const complete = periods.every(
      ({ gaps, duplicates }) => gaps.length === 0 && duplicates.length === 0,
    );
    return { series: choice.series, generatedAt: this.clock.nowText(), complete, periods };
  }

  /** What was found in every period of every series, up to the place that its counter had at the beginning. */
  async *audits(accountId: string): AsyncGenerator<SeriesFindings & SeriesCounter> {
    for (const counter of await this.list(accountId)) {
      const audit = new SeriesAudit();
      for await (const entry of this.places(accountId, counter)) audit.add(entry);
      yield { ...counter, ...audit.end(counter.next) };
    }
  }

  private async counters(accountId: string, { series, period }: SeriesChoice) {
    const found = await this.repository.counters(accountId, { series, limit: countersMax });
    return found.filter((counter) => period === undefined || counter.period === period);
  }

  private async period(
    accountId: string,
    counter: SeriesCounter,
    budget: { pdfs: number },
  ): Promise<PeriodReport> {
    const { series, period, next } = counter;
    const audit = new SeriesAudit();
    const chain = new NumberChain(series, period);
    let pdfsPending = 0;
    for await (const entry of this.places(accountId, counter)) {
      const pdfSha256 = entry.pdfSha256 ?? (await this.missingPdf(accountId, entry, budget));
      if (entry.invoiceId !== null && pdfSha256 === null) pdfsPending += 1;
      audit.add(entry);
      chain.add({ ...entry, pdfSha256 });
    }
    return { period, next, ...audit.end(next), pdfsPending, chainHead: chain.head };
  }

  private async *places(
    accountId: string,
    { series, period, next }: SeriesCounter,
  ): AsyncGenerator<SeriesEntry> {
    let after = 0;
    for (;;) {
      const range = { series, period, after, before: next, limit: pageSize };
      const page = await this.repository.places(accountId, range);
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) return;
      after = last.sequence;
    }
  }

  /** Makes the PDF that nobody has read yet, as its first reader would. */
  private async missingPdf(
    accountId: string,
    { invoiceId }: SeriesEntry,
    budget: { pdfs: number },
  ): Promise<string | null> {
    if (invoiceId === null || budget.pdfs === 0) return null;
    budget.pdfs -= 1;
    try {
      const invoice = await this.invoices.issued(accountId, invoiceId);
      return (await this.pdfs.get(accountId, invoice)).sha256;
    } catch (error) {
      if (error instanceof AppError && error.kind === 'unavailable') return null;
      throw error;
    }
  }
}
