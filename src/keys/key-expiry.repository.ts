import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from '../common/database/database.js';

/** An active key that expires soon, or has just expired. */
export interface ExpiringKey {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly created_at: string;
  readonly expires_at: string;
}

/** Notices of expiry. One worker serves all accounts, so its search is the statement without one. */
@Injectable()
export class KeyExpiryRepository {
  constructor(private readonly database: Database) {}

  /**
   * Keys that expire between two instants and had no notice for `days` or fewer days yet. A key that was
   * rotated or revoked is no news to anybody.
   */
  async due(
    days: number,
    range: { after: string; until: string },
    limit: number,
  ): Promise<ExpiringKey[]> {
    const rows = await this.database.read.select<Row>(
      `SELECT k.id, k.account_id, k.name, k.created_at, k.expires_at
       FROM api_keys k JOIN accounts a ON a.id = k.account_id
       WHERE k.expires_at > ? AND k.expires_at <= ? AND k.revoked_at IS NULL
         AND k.replaced_by_id IS NULL AND (k.expiry_notice_days IS NULL OR k.expiry_notice_days > ?)
         AND a.status = 'active'
       ORDER BY k.expires_at LIMIT ${limit}`,
      [range.after, range.until, days],
    );
    return rows.map((row) => ({
      id: row.id,
      accountId: row.account_id,
      name: row.name,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    }));
  }

  /** Whether this is the one claim of the notice: false where another process, or this one, has made it. */
  async claim(
    accountId: string,
    { keyId, days }: { keyId: string; days: number },
    within?: SqlSession,
  ): Promise<boolean> {
    const claimIn = async (session: SqlSession) => {
      const claimed = await session.execute(
        `UPDATE api_keys SET expiry_notice_days = ?
         WHERE id = ? AND account_id = ? AND revoked_at IS NULL AND replaced_by_id IS NULL
           AND (expiry_notice_days IS NULL OR expiry_notice_days > ?)`,
        [days, keyId, accountId, days],
      );
      return claimed === 1;
    };
    return within === undefined ? this.database.transaction(claimIn) : claimIn(within);
  }
}
