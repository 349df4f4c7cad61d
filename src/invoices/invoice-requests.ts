import { Injectable } from '@nestjs/common';
import { OrganizationsService } from '../accounts/organizations.service.js';
import { type SqlSession } from '../common/database/database.js';
import { InvalidRequest } from '../common/errors/app-error.js';
import { type Caller } from '../common/http/caller.js';
import { readRequest } from '../common/http/read-request.js';
import { CompletedRequests, type InvoiceReferences } from './completed-requests.js';
import { draftOf } from './draft.js';
import { CreateInvoiceDto } from './dto/create-invoice.dto.js';
import { InvoiceLooks } from './invoice-looks.js';
import { ownFormatFaults } from './e-invoicing/e-invoice-faults.js';
import { type Numbering, numberingOf } from './invoice-numbering.js';
import { type InvoiceDraft } from './invoice.js';
import { RequestAttachments } from './request-attachments.js';
import { distinct, requestFaults } from './request-faults.js';

/** A complete invoice that only lacks its number and its id. */
export interface IssuableInvoice {
  readonly draft: InvoiceDraft;
  readonly numbering: Numbering;
  readonly references: Pick<InvoiceReferences, 'customerId' | 'store'>;
}

export interface CheckedRequest extends IssuableInvoice {
  /** What is stored beside the invoice, and the customer whom it is for. */
  readonly references: InvoiceReferences;
  /** Keeps its attachments for what asks for this invoice later, such as a schedule. */
  readonly keepAttachments: (session: SqlSession) => Promise<void>;
  /** Whether it is to wait as a draft. */
  readonly isDraft: boolean;
}

/** Reads the body of a request as a complete invoice, or says everything that is wrong with it. */
@Injectable()
export class InvoiceRequests {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly completed: CompletedRequests,
    private readonly looks: InvoiceLooks,
    private readonly attachments: RequestAttachments,
  ) {}

  /** Calculates the invoice that a body asks for; stores nothing. @throws InvalidRequest */
  async check({ accountId, source }: Caller, body: unknown): Promise<CheckedRequest> {
    const { profile, today } = await this.organizations.today(accountId);
    const { value, faults, isRead } = readRequest(CreateInvoiceDto, body);
    if (!isRead) throw new InvalidRequest(faults);
    const completed = await this.completed.complete(accountId, value, profile);
    const { request, organization } = completed;
    const attached = await this.attachments.of(accountId, value.attachments);
    const all = distinct([
      ...faults,
      ...completed.faults,
      ...attached.faults,
      ...requestFaults(request, { ...organization, today }),
      ...this.looks.faults(request, organization),
    ]);
    if (all.length > 0) throw new InvalidRequest(all);
    const templateVersion = this.looks.templateVersion.bind(this.looks);
    const { files: attachments } = attached;
    const result = draftOf(request, { organization, today, source, attachments, templateVersion });
    if (!result.ok) throw new InvalidRequest(result.faults);
    // A draft may still lack what its format wants: it is issued through here.
    const unready = request.draft === true ? [] : ownFormatFaults(result.draft);
    if (unready.length > 0) throw new InvalidRequest(unready);
    const numbering = numberingOf(request, organization);
    const references = completed.references();
    return {
      draft: result.draft,
      numbering,
      references: { ...references, store: attached.keptBefore(references.store) },
      keepAttachments: attached.keep,
      isDraft: request.draft ?? false,
    };
  }
}
