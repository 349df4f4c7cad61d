import { Injectable } from '@nestjs/common';
import { type Organization } from '../accounts/organization.js';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { type Fault, InvalidRequest } from '../common/errors/app-error.js';
import { type Caller } from '../common/http/caller.js';
import { readRequest } from '../common/http/read-request.js';
import { Clock } from '../common/time/clock.js';
import { dayIn } from '../common/time/today.js';
import { GlyphCoverage } from '../pdf/glyph-coverage.js';
import { unprintableFaults } from '../pdf/unprintable-faults.js';
import { CompletedRequests, type InvoiceReferences } from './completed-requests.js';
import { type CompleteRequest } from './complete-request.js';
import { usualSeries } from './domain/document-type.js';
import { draftOf } from './draft.js';
import { CreateInvoiceDto } from './dto/create-invoice.dto.js';
import { type Numbering, seriesNumbering } from './invoice-numbering.js';
import { type InvoiceDraft } from './invoice.js';
import { requestFaults } from './request-faults.js';

const unprinted = new Set([
  'metadata',
  'expected_total',
  'currency',
  'tax_currency',
  'language',
  'second_language',
  'series',
  'type',
  'template',
  'accent_color',
  'logo_position',
]);

export interface CheckedRequest {
  readonly draft: InvoiceDraft;
  readonly numbering: Numbering;
  /** What is stored beside the invoice, and the customer whom it is for. */
  readonly references: InvoiceReferences;
  /** Whether it is to wait as a draft. */
  readonly isDraft: boolean;
}

/** Reads the body of a request as a complete invoice, or says everything that is wrong with it. */
@Injectable()
export class InvoiceRequests {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly completed: CompletedRequests,
    private readonly coverage: GlyphCoverage,
    private readonly clock: Clock,
  ) {}

  /** Calculates the invoice that a body asks for; stores nothing. @throws InvalidRequest */
  async check({ accountId, source }: Caller, body: unknown): Promise<CheckedRequest> {
    const profile = await this.organizations.get(accountId);
    const today = dayIn(profile.time_zone, this.clock.now());
    const { value, faults, isRead } = readRequest(CreateInvoiceDto, body);
    if (!isRead) throw new InvalidRequest(faults);
    const completed = await this.completed.complete(accountId, value, profile);
    const { request, organization } = completed;
    const all = distinct([
      ...faults,
      ...completed.faults,
      ...requestFaults(request, { ...organization, today }),
      ...unprintableFaults(this.coverage, request, unprinted),
    ]);
    if (all.length > 0) throw new InvalidRequest(all);
    const result = draftOf(request, { organization, today, source });
    if (!result.ok) throw new InvalidRequest(result.faults);
    const numbering = numberingOf(request, organization);
    const isDraft = request.draft ?? false;
    return { draft: result.draft, numbering, references: completed.references(), isDraft };
  }
}

function numberingOf(request: CompleteRequest, organization: Organization): Numbering {
  if (request.invoice_number != null) return { own: request.invoice_number };
  return seriesNumbering(request.series ?? usualSeries[request.type ?? 'invoice'], organization);
}

/** One fault a place is enough: a wrong type hides what else is wrong with the value. */
function distinct(faults: readonly Fault[]): Fault[] {
  const byPointer = new Map<string, Fault>();
  for (const fault of faults) {
    if (!byPointer.has(fault.pointer)) byPointer.set(fault.pointer, fault);
  }
  return [...byPointer.values()];
}
