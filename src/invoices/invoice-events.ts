import { Injectable } from '@nestjs/common';
import { type SqlSession } from '../common/database/database.js';
import { Clock } from '../common/time/clock.js';
import { convertibleTypes } from './domain/document-type.js';
import { type IssuedInvoice } from './invoice.js';

/** What can happen to an invoice that others are told of. */
export const invoiceEventTypes = [
  'invoice.issued',
  'invoice.credited',
  'invoice.voided',
  'invoice.emailed',
] as const;
export type InvoiceEventType = (typeof invoiceEventTypes)[number];

/** Something that has happened to an invoice; the instant is ISO 8601 text in UTC. */
export interface InvoiceEvent {
  readonly type: InvoiceEventType;
  readonly at: string;
  readonly accountId: string;
  readonly invoice: IssuedInvoice;
}

/** The same thing that happens to some invoices of an account. */
export interface Happened extends Pick<InvoiceEvent, 'type' | 'accountId'> {
  readonly invoices: readonly IssuedInvoice[];
}

/** Events of one type in one account, at least one. */
export type InvoiceEventList = readonly [InvoiceEvent, ...InvoiceEvent[]];

/**
 * Writes down what follows from events, in the transaction in which they happen, and answers what is to be
 * done once that is committed.
 */
export type InvoiceListener = (
  session: SqlSession,
  events: InvoiceEventList,
) => Promise<(() => void) | undefined>;

/** Lets other modules write down what follows from an event, exactly when the event itself is stored. */
@Injectable()
export class InvoiceEvents {
  private readonly listeners: InvoiceListener[] = [];

  constructor(private readonly clock: Clock) {}

  /** Modules register their listeners at start. */
  listen(listener: InvoiceListener): void {
    this.listeners.push(listener);
  }

  /**
   * Tells every listener what happens now to invoices of an account; what this answers is to be called after
   * the commit. Nobody is told of a quote or a pro forma invoice: who books what he hears of must not book what
   * is no invoice.
   */
  async record(session: SqlSession, { invoices, ...happened }: Happened): Promise<() => void> {
    const at = this.clock.nowText();
    const [first, ...others] = invoices
      .filter(({ type }) => !convertibleTypes.includes(type))
      .map((invoice) => ({ ...happened, at, invoice }));
    if (first === undefined) return () => undefined;
    const afterwards: (() => void)[] = [];
    for (const listener of this.listeners) {
      const next = await listener(session, [first, ...others]);
      if (next !== undefined) afterwards.push(next);
    }
    return () => {
      for (const next of afterwards) next();
    };
  }
}
