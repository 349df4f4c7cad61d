import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type AuditLine } from '../audit/audit-log.js';
import { Database } from '../common/database/database.js';
import { ShareLinkEntity } from './share-link.entity.js';
import { type ShareLink } from './share-link.js';

/** Which invoice a token opens. */
export interface OpenedInvoice {
  readonly account_id: string;
  readonly invoice_id: string;
}

/** Links to invoices. */
@Injectable()
export class ShareLinksRepository {
  constructor(private readonly database: Database) {}

  async add(
    accountId: string,
    invoiceId: string,
    { link, line }: { link: ShareLink; line: AuditLine },
  ): Promise<void> {
    await this.database.transaction(async (session) => {
      await session.manager.insert(ShareLinkEntity, {
        id: link.id,
        account_id: accountId,
        invoice_id: invoiceId,
        token: link.token,
        created_at: link.createdAt,
        expires_at: link.expiresAt,
      });
      await line(session);
    });
  }

  /** The newest links of an invoice, newest first. */
  async list(accountId: string, invoiceId: string, limit: number): Promise<ShareLink[]> {
    const rows = await this.database.read.manager.find(ShareLinkEntity, {
      where: { account_id: accountId, invoice_id: invoiceId },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(linkOf);
  }

  /** Ends a link; answers whether the invoice has such a link, ended before or not. */
  async revoke(
    accountId: string,
    invoiceId: string,
    { linkId, now, line }: { linkId: string; now: string; line: AuditLine },
  ): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const where = { id: linkId, account_id: accountId, invoice_id: invoiceId };
      const ended = await session.manager.update(
        ShareLinkEntity,
        { ...where, revoked_at: IsNull() },
        { revoked_at: now },
      );
      if ((ended.affected ?? 0) === 0) return session.manager.existsBy(ShareLinkEntity, where);
      await line(session);
      return true;
    });
  }

  /** What a token opens now; nothing where its link or its account has ended. */
  async open(token: string, now: string): Promise<OpenedInvoice | undefined> {
    const rows = await this.database.read.select<OpenedInvoice>(
      `SELECT l.account_id, l.invoice_id FROM share_links l JOIN accounts a ON a.id = l.account_id
       WHERE l.token = ? AND l.revoked_at IS NULL AND l.expires_at > ? AND a.status = 'active'`,
      [token, now],
    );
    return rows[0];
  }
}

function linkOf(row: ShareLinkEntity): ShareLink {
  return {
    id: row.id,
    token: row.token,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}
