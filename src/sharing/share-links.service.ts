import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { type Caller } from '../common/http/caller.js';
import { isId, newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { dayMs } from '../common/time/durations.js';
import { type IssuedInvoice } from '../invoices/invoice.js';
import { InvoicesService } from '../invoices/invoices.service.js';
import { isShareToken, newShareToken, type ShareLink, usualDays } from './share-link.js';
import { ShareLinksRepository } from './share-links.repository.js';
import { ShareLinkEnded, ShareLinkNotFound } from './sharing.errors.js';

const listMax = 100;

/** An invoice that somebody reads by its link, and whose it is. */
export interface SharedInvoice {
  readonly accountId: string;
  readonly invoice: IssuedInvoice;
}

/** Links to invoices: made and revoked by their owner, opened by anybody who has one. */
@Injectable()
export class ShareLinksService {
  constructor(
    private readonly invoices: InvoicesService,
    private readonly links: ShareLinksRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Makes a link that works for `days`. @throws InvoiceNotFound, InvoiceIsDraft */
  async create(caller: Caller, invoiceId: string, days = usualDays): Promise<ShareLink> {
    const { accountId } = caller;
    const { id, number } = await this.invoices.issued(accountId, invoiceId);
    const now = this.clock.now();
    const link = {
      id: newId('shr', now),
      token: newShareToken(),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + days * dayMs).toISOString(),
      revokedAt: null,
    };
    const details = { number: number.number };
    const line = this.audit.line(caller, { kind: 'share_link_made', targetId: link.id, details });
    await this.links.add(accountId, id, { link, line });
    return link;
  }

  /** The newest links of an invoice, newest first, those that have ended included. @throws InvoiceNotFound */
  async list(accountId: string, invoiceId: string): Promise<ShareLink[]> {
    const { id } = await this.invoices.get(accountId, invoiceId);
    return this.links.list(accountId, id, listMax);
  }

  /** Ends a link: nothing is read by it from now on. @throws InvoiceNotFound, InvoiceIsDraft, ShareLinkNotFound */
  async revoke(caller: Caller, invoiceId: string, linkId: string): Promise<void> {
    const { id, number } = await this.invoices.issued(caller.accountId, invoiceId);
    if (!isId('shr', linkId)) throw new ShareLinkNotFound();
    const details = { number: number.number };
    const line = this.audit.line(caller, { kind: 'share_link_revoked', targetId: linkId, details });
    const now = this.clock.nowText();
    const found = await this.links.revoke(caller.accountId, id, { linkId, now, line });
    if (!found) throw new ShareLinkNotFound();
  }

  /** The invoice that a link leads to. @throws ShareLinkEnded */
  async open(token: string): Promise<SharedInvoice> {
    const opened = isShareToken(token)
      ? await this.links.open(token, this.clock.nowText())
      : undefined;
    if (opened === undefined) throw new ShareLinkEnded();
    const { account_id: accountId, invoice_id: invoiceId } = opened;
    return { accountId, invoice: await this.invoices.issued(accountId, invoiceId) };
  }
}
