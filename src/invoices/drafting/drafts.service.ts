import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/audit-log.js';
import { type Caller } from '../../common/http/caller.js';
import { draftCreation, issuedCreation } from '../invoice-creation.js';
import { InvoiceRequests } from '../invoice-requests.js';
import { type Invoice, isIssued } from '../invoice.js';
import { InvoiceNotFound } from '../invoices.errors.js';
import { InvoicesService } from '../invoices.service.js';
import { InvoiceNotDraft } from './drafts.errors.js';
import { type DraftRequest, DraftsRepository } from './drafts.repository.js';

/** Invoices without a number yet: changed, removed, and issued from their requests. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly requests: InvoiceRequests,
    private readonly drafts: DraftsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** The request that a draft is issued from. @throws InvoiceNotFound, InvoiceNotDraft */
  async request(accountId: string, invoiceId: string): Promise<unknown> {
    return JSON.parse((await this.find(accountId, invoiceId)).request) as unknown;
  }

  /**
   * Puts the whole content of another request in the place of a draft's; of two who do that at once, the one
   * who comes last is right.
   * @throws InvoiceNotFound, InvoiceNotDraft, InvalidRequest, InvoiceNumberTaken
   */
  async replace(caller: Caller, invoiceId: string, body: unknown): Promise<Invoice> {
    const { accountId } = caller;
    const checked = await this.requests.check(caller, body);
    const { made, source } = await this.find(accountId, invoiceId);
    await this.invoices.expectFreeNumber(accountId, checked.numbering);
    const changed = { ...checked, draft: { ...checked.draft, source } };
    const replaced = await this.drafts.replace(accountId, draftCreation(made, changed, body));
    return replaced ?? this.refuse(accountId, invoiceId);
  }

  /** Removes a draft for good. @throws InvoiceNotFound, InvoiceNotDraft */
  async remove(caller: Caller, invoiceId: string): Promise<void> {
    const { accountId } = caller;
    await this.find(accountId, invoiceId);
    const line = this.audit.line(caller, { kind: 'draft_deleted', targetId: invoiceId });
    if (!(await this.drafts.remove(accountId, invoiceId, line)))
      await this.refuse(accountId, invoiceId);
  }

  /**
   * Issues a draft by what its request comes to now, with today's date where it has none; one that is issued
   * already, or void, is answered as it is.
   * @throws InvoiceNotFound, InvalidRequest, InvoiceNumberTaken, after which it still is a draft
   */
  async issue(caller: Caller, invoiceId: string): Promise<Invoice> {
    const { accountId } = caller;
    for (;;) {
      const found = await this.invoices.get(accountId, invoiceId);
      if (isIssued(found)) return found;
      const draft = await this.drafts.find(accountId, invoiceId);
      const issued = draft && (await this.issueOnce(caller, draft));
      if (issued !== undefined) return issued;
      // Somebody else has issued, changed or removed it meanwhile: each of them has come to an end.
    }
  }

  private async issueOnce(
    caller: Caller,
    { made, source, request }: DraftRequest,
  ): Promise<Invoice | undefined> {
    // Its request says that it is a draft, which may lack what its format wants.
    const body = { ...(JSON.parse(request) as object), draft: false };
    const checked = await this.requests.check({ ...caller, source }, body);
    const line = ({ number }: Invoice) =>
      this.audit.line(caller, {
        kind: 'draft_issued',
        targetId: made.id,
        details: { number: number.number ?? '' },
      });
    return this.drafts.issue(caller.accountId, issuedCreation(made, checked), { request, line });
  }

  private async find(accountId: string, invoiceId: string): Promise<DraftRequest> {
    return (await this.drafts.find(accountId, invoiceId)) ?? this.refuse(accountId, invoiceId);
  }

  /** Says why there is no draft with this id. */
  private async refuse(accountId: string, invoiceId: string): Promise<never> {
    const invoice = await this.invoices.get(accountId, invoiceId);
    throw isIssued(invoice) ? new InvoiceNotDraft(invoice.number.number) : new InvoiceNotFound();
  }
}
