import { Injectable } from '@nestjs/common';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { type SqlSession } from '../common/database/database.js';
import { insertRows } from '../common/database/insert-rows.js';
import { type InvoiceReferences } from './completed-requests.js';
import { type IdempotentRequest } from './idempotency.repository.js';
import { numberAt, type Numbering, seriesPeriod } from './invoice-numbering.js';
import { invoiceValues, type NewInvoice, pendingNumber } from './invoice-rows.js';
import {
  type InvoiceDraft,
  type InvoiceNumber,
  isFromSeries,
  type PendingNumber,
} from './invoice.js';
import { InvoiceNumberTaken } from './invoices.errors.js';
import { NumberSeriesRepository, type SeriesPeriod } from './number-series.repository.js';

/** An invoice that is to be stored. */
export interface InvoiceCreation {
  readonly identity: Omit<NewInvoice, 'accountId'>;
  readonly draft: InvoiceDraft;
  readonly numbering: Numbering;
  readonly references: Pick<InvoiceReferences, 'store'>;
  readonly idempotency?: IdempotentRequest | undefined;
  /** Of a draft only: the request, as JSON, from which it is issued one day. */
  readonly draftRequest?: string | undefined;
}

/** Whether it waits as a draft. */
export function isDraft({ draftRequest }: InvoiceCreation): boolean {
  return draftRequest !== undefined;
}

/** The same in its account. */
export interface PlacedCreation extends InvoiceCreation {
  readonly identity: NewInvoice;
}

/** Gives invoices their numbers, and stores what is not their lines and taxes. */
@Injectable()
export class InvoiceHeads {
  constructor(private readonly numbers: NumberSeriesRepository) {}

  /** Drafts stand under their ids until they are issued. */
  async insertDrafts(
    session: SqlSession,
    placed: readonly PlacedCreation[],
  ): Promise<PendingNumber[]> {
    const numbers = placed.map(({ numbering }) =>
      pendingNumber('own' in numbering ? null : numbering.series),
    );
    const rows = headRows(placed, numbers);
    const drafts = placed.map(({ draftRequest = null }) => ({ draft_request: draftRequest }));
    await insertRows(
      session,
      'invoices',
      rows.map((row, at) => ({ ...row, ...drafts[at] })),
    );
    return numbers;
  }

  /**
   * Invoices of one account, in the order in which they are given. The generated number of a single one is
   * stepped over where it is taken; several fail together, with nothing written of them but the numbers.
   * @throws InvoiceNumberTaken, or a duplicate row of several
   */
  async insertNumbered(
    session: SqlSession,
    accountId: string,
    placed: readonly PlacedCreation[],
  ): Promise<InvoiceNumber[]> {
    for (;;) {
      const numbers = await this.nextNumbers(session, accountId, placed);
      try {
        await insertRows(session, 'invoices', headRows(placed, numbers));
        return numbers;
      } catch (error) {
        const [number] = numbers;
        if (!isDuplicateRow(error) || number === undefined || numbers.length > 1) throw error;
        if (!isFromSeries(number)) throw new InvoiceNumberTaken(number.number);
        const createdAt = placed[0]?.identity.createdAt ?? '';
        await this.numbers.stepOver(session, accountId, { ...number, createdAt });
      }
    }
  }

  /** Each counter is asked once, however many invoices count on it. */
  private async nextNumbers(
    session: SqlSession,
    accountId: string,
    placed: readonly PlacedCreation[],
  ): Promise<InvoiceNumber[]> {
    const next = new Map<string, number>();
    for (const [place, period] of countersOf(placed)) {
      next.set(place, await this.numbers.take(session, accountId, period));
    }
    return placed.map(({ numbering, draft: { date } }) => {
      if ('own' in numbering) {
        return { number: numbering.own, series: null, period: null, sequence: null };
      }
      const place = placeOf(seriesPeriod(numbering, date));
      const sequence = next.get(place) ?? 0;
      next.set(place, sequence + 1);
      return numberAt(numbering, date, sequence);
    });
  }
}

/** How many invoices count on each counter, in an order that is the same for everybody. */
function countersOf(placed: readonly PlacedCreation[]) {
  const counters = new Map<string, SeriesPeriod & { count: number }>();
  for (const { numbering, draft } of placed) {
    if ('own' in numbering) continue;
    const period = seriesPeriod(numbering, draft.date);
    const counter = counters.get(placeOf(period)) ?? { ...period, count: 0 };
    counter.count += 1;
    counters.set(placeOf(period), counter);
  }
  return [...counters].sort(([one], [other]) => (one < other ? -1 : 1));
}

function placeOf({ series, period }: SeriesPeriod): string {
  return `${series} ${period}`;
}

function headRows(
  placed: readonly PlacedCreation[],
  numbers: readonly (InvoiceNumber | PendingNumber)[],
) {
  return placed.flatMap(({ identity, draft }, at) => {
    const number = numbers[at];
    return number === undefined ? [] : [invoiceValues(identity, number, draft)];
  });
}
