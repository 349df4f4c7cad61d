import { transition } from './domain/lifecycle.js';
import { type CheckedRequest, type IssuableInvoice } from './invoice-requests.js';
import { type NewInvoice } from './invoice-rows.js';
import { type Invoice } from './invoice.js';
import { type InvoiceCreation } from './invoice-heads.js';

/** What an invoice is from its beginning, be it a draft first or not. */
export type Made = Pick<NewInvoice, 'id' | 'createdBy' | 'createdAt'>;

/** What is stored of a checked request whose invoice gets its number now. */
export function issuedCreation(
  made: Made,
  { draft, numbering, references }: IssuableInvoice,
): InvoiceCreation {
  return {
    identity: { ...made, customerId: references.customerId },
    draft: { ...draft, status: transition(draft.status, 'issue') },
    numbering,
    references,
  };
}

/** Customer and items of a document that is made of another: as they are there, with nothing to store. */
export function keptReferences(
  customerId: string | null,
  lines: Invoice['lines'],
): IssuableInvoice['references'] {
  const itemIds = lines.map(({ itemId }) => itemId);
  return { customerId, store: () => Promise.resolve({ customerId, itemIds }) };
}

/**
 * What is stored of a checked request that waits as a draft: nothing beside it, as it may never be issued, but
 * its attachments stay until then.
 */
export function draftCreation(
  made: Made,
  { draft, numbering, references, keepAttachments }: CheckedRequest,
  body: unknown,
): InvoiceCreation {
  const customerId = references.knownCustomerId;
  return {
    identity: { ...made, customerId },
    draft,
    numbering,
    references: {
      store: async (session) => {
        await keepAttachments(session);
        return { customerId, itemIds: [] };
      },
    },
    // Said in any case, so that the request makes a draft again wherever it is sent.
    draftRequest: JSON.stringify({ ...(body as object), draft: true }),
  };
}
