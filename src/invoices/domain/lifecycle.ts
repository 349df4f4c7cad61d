/** Where an invoice stands. */
export type InvoiceStatus = 'draft' | 'issued' | 'void';

/** What can happen to an invoice. */
export type InvoiceEvent = 'issue' | 'void';

/** An issued invoice never becomes a draft again, and a void one stays void. */
const transitions: Readonly<
  Record<InvoiceStatus, Readonly<Partial<Record<InvoiceEvent, InvoiceStatus>>>>
> = {
  draft: { issue: 'issued' },
  issued: { void: 'void' },
  void: {},
};

/**
 * The status after the event.
 * @throws RangeError when the event cannot happen in this status
 */
export function transition(status: InvoiceStatus, event: InvoiceEvent): InvoiceStatus {
  const next = transitions[status][event];
  if (next === undefined)
    throw new RangeError(`An invoice that is ${status} cannot be "${event}".`);
  return next;
}
