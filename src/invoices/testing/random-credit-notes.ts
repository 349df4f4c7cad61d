import fc from 'fast-check';
import { type EInvoiceFormat } from '../../einvoice/formats.js';
import { type CompleteRequest } from '../complete-request.js';
import { creditNoteDraft, type CreditedLine } from '../crediting/credit-note-draft.js';
import { linesLeft } from '../crediting/credit-note-figures.js';
import { restOfLines } from '../crediting/credit-note-lines.js';
import { lineCreditMinor } from '../domain/credit-lines.js';
import { type InvoiceDraft, type IssuedInvoice } from '../invoice.js';
import { powerOfTen } from '../../money/decimal.js';
import { eInvoiceDraft, eInvoiceRequests } from './random-e-invoices.js';
import { day } from './random-lines.js';

/** In thousandths: how much of each line a credit note takes, by turns, as a quantity or as an amount. */
interface Step {
  readonly parts: readonly number[];
  readonly asAmount: boolean;
}

/** An invoice, or what its last credit note takes of it after some others did. */
export interface RandomDocument {
  readonly request: CompleteRequest;
  /** Left out is the invoice itself. */
  readonly credits?: { readonly steps: readonly Step[]; readonly takesRest: boolean };
}

const step = fc.record({
  parts: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 5 }),
  asAmount: fc.boolean(),
});

/** Two invoices to each credit note. */
export const randomDocuments: fc.Arbitrary<RandomDocument> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ request: eInvoiceRequests }) },
  {
    weight: 1,
    arbitrary: fc.record({
      request: eInvoiceRequests,
      credits: fc.record({ steps: fc.array(step, { maxLength: 3 }), takesRest: fc.boolean() }),
    }),
  },
);

const texts = {
  date: day(20),
  reason: 'Returned <goods>',
  notes: null,
  metadata: {},
  source: 'api',
} as const;

/** The document, or nothing where there is none: its figures are impossible, or there is nothing to credit. */
export function documentDraft(
  { request, credits }: RandomDocument,
  format: EInvoiceFormat,
): InvoiceDraft | undefined {
  const draft = eInvoiceDraft(request, format);
  if (draft === undefined || credits === undefined) return draft;
  return lastCreditNote(issued(draft), credits);
}

function lastCreditNote(
  invoice: IssuedInvoice,
  { steps, takesRest }: NonNullable<RandomDocument['credits']>,
): InvoiceDraft | undefined {
  const standing: InvoiceDraft[] = [];
  const add = (lines: readonly CreditedLine[]): void => {
    if (lines.length === 0) return;
    const note = creditNoteDraft({ invoice, standing }, lines, texts);
    // Others are refused.
    if (note.totalMinor > 0n) standing.push(note);
  };
  for (const one of steps) add(creditedLines({ invoice, standing }, one));
  if (takesRest || standing.length === 0) add(restOfLines({ invoice, standing }));
  return standing.at(-1);
}

function creditedLines(
  creditable: { readonly invoice: IssuedInvoice; readonly standing: readonly InvoiceDraft[] },
  { parts, asAmount }: Step,
): CreditedLine[] {
  return linesLeft(creditable).flatMap((left, index): CreditedLine[] => {
    const part = BigInt(parts[index % parts.length] ?? 0);
    const { digits, scale } = left.quantity;
    const credit = asAmount
      ? { amountMinor: (left.amountMinor * part) / 1_000n }
      : { quantity: { digits: (digits * powerOfTen(6 - scale) * part) / 1_000n, scale: 6 } };
    const amountMinor = lineCreditMinor(credit, left);
    return typeof amountMinor === 'bigint' ? [{ index, credit, amountMinor }] : [];
  });
}

/** The invoice as it stands once it has its number. */
export function issued(draft: InvoiceDraft): IssuedInvoice {
  return {
    ...draft,
    status: 'issued',
    id: 'inv_1',
    number: { number: 'INV-1', series: null, period: null, sequence: null },
    customerId: null,
    createdAt: '2026-01-19T10:00:00.000Z',
    pdf: null,
    voided: null,
    email: null,
    creditedMinor: 0n,
    creditVersion: 0,
    creditNotes: [],
    convertedFrom: null,
    convertedTo: null,
  };
}
