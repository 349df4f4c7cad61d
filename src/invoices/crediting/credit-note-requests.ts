import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../../accounts/organizations.service.js';
import { type Fault, InvalidRequest } from '../../common/errors/app-error.js';
import { type Caller } from '../../common/http/caller.js';
import { metadataFaults } from '../../common/http/metadata.js';
import { readRequest } from '../../common/http/read-request.js';
import { formatMinor, toMinor } from '../../money/currency.js';
import { readDecimal } from '../../money/decimal.js';
import { GlyphCoverage } from '../../pdf/glyph-coverage.js';
import { unprintableFaults } from '../../pdf/unprintable-faults.js';
import { compareDays, isDay } from '../domain/days.js';
import { ownFormatFaults } from '../e-invoicing/e-invoice-faults.js';
import { expectationFaults } from '../figure-faults.js';
import { type Numbering, numberingOf } from '../invoice-numbering.js';
import { type Invoice, type InvoiceDraft } from '../invoice.js';
import { distinct, numberFaults } from '../request-faults.js';
import { creditNoteDraft, type CreditNoteTexts } from './credit-note-draft.js';
import { decimalsOf } from './credit-note-figures.js';
import { requestedLines, restOfLines } from './credit-note-lines.js';
import { type CreditableInvoice } from './creditable-invoices.js';
import { NothingToCredit } from './crediting.errors.js';
import { pdfOnly } from '../dto/particulars.dto.js';
import { CreateCreditNoteDto } from './dto/create-credit-note.dto.js';

const unprinted = new Set(['format', 'metadata', 'expected_total', 'series', 'date']);

/** A credit note that can be stored under a number of this kind. */
export interface CheckedCreditNote {
  readonly draft: InvoiceDraft;
  readonly numbering: Numbering;
}

/** Reads the body of a request as a credit note of an invoice, or says everything that is wrong with it. */
@Injectable()
export class CreditNoteRequests {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly coverage: GlyphCoverage,
  ) {}

  /** Calculates the credit note that a body asks for; stores nothing. @throws InvalidRequest, NothingToCredit */
  async check(
    { accountId, source }: Caller,
    creditable: CreditableInvoice,
    body: unknown,
  ): Promise<CheckedCreditNote> {
    const { invoice } = creditable;
    const { profile, today } = await this.organizations.today(accountId);
    const { value, faults, isRead } = readRequest(CreateCreditNoteDto, body ?? {});
    if (!isRead) throw new InvalidRequest(faults);
    const date = value.date ?? today;
    const requested =
      value.lines == null
        ? { lines: restOfLines(creditable), faults: [] }
        : requestedLines(creditable, value.lines, faults);
    const all = distinct([
      ...faults,
      ...requested.faults,
      ...metadataFaults(value.metadata),
      ...numberFaults(value),
      ...dateFaults(date, invoice),
      ...expectedDecimals(value.expected_total, invoice),
      ...unprintableFaults(this.coverage, value, unprinted),
    ]);
    if (all.length > 0) throw new InvalidRequest(all);
    if (requested.lines.length === 0) throw new NothingToCredit(invoice.number.number);
    const draft = creditNoteDraft(creditable, requested.lines, {
      ...textsOf(value),
      format: value.format === pdfOnly ? null : (value.format ?? undefined),
      date,
      source,
    });
    const wrong = [...totalFaults(draft, invoice), ...unexpected(value, draft)];
    wrong.push(...ownFormatFaults(draft));
    if (wrong.length > 0) throw new InvalidRequest(wrong);
    return { draft, numbering: numberingOf({ ...value, type: 'credit_note' }, profile) };
  }
}

function textsOf({
  reason,
  notes,
  metadata,
}: CreateCreditNoteDto): Omit<CreditNoteTexts, 'date' | 'source'> {
  return { reason: reason ?? null, notes: notes ?? null, metadata: metadata ?? {} };
}

function dateFaults(date: unknown, invoice: Invoice): Fault[] {
  if (!isDay(date) || compareDays(date, invoice.date) >= 0) return [];
  const message = `A credit note cannot be older than its invoice (${invoice.date}).`;
  return [{ pointer: '/date', code: 'date_before_invoice', message }];
}

function expectedDecimals(expected: unknown, invoice: Invoice): Fault[] {
  const reading = readDecimal(expected);
  const decimals = decimalsOf(invoice);
  if (!reading.ok || toMinor(reading.value, decimals) !== undefined) return [];
  const message = `Amounts in this currency have ${decimals} decimals.`;
  return [{ pointer: '/expected_total', code: 'too_many_decimals', message }];
}

/** A credit note gives back something, and all of them together no more than the invoice. */
function totalFaults(draft: InvoiceDraft, invoice: Invoice): Fault[] {
  const text = (minor: bigint) => formatMinor(minor, decimalsOf(invoice));
  const leftMinor = invoice.totalMinor - invoice.creditedMinor;
  if (draft.totalMinor <= 0n) {
    const message = `These lines come to ${text(draft.totalMinor)}, which credits nothing.`;
    return [{ pointer: '/lines', code: 'credits_nothing', message }];
  }
  if (draft.totalMinor <= leftMinor) return [];
  return [
    {
      pointer: '/lines',
      code: 'credited_too_much',
      message: `These lines come to ${text(draft.totalMinor)}, more than is left of the invoice.`,
      hint: `Its total that is left: ${text(leftMinor)}.`,
    },
  ];
}

function unexpected(request: CreateCreditNoteDto, draft: InvoiceDraft): Fault[] {
  return expectationFaults(request, draft, decimalsOf(draft)).map((fault) => ({
    ...fault,
    hint: 'POST /v1/invoices/{id}/credit-notes/preview shows how the total is made.',
  }));
}
