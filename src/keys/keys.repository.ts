import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { lockAccount } from '../accounts/account-lock.js';
import { type AccountStatus } from '../accounts/organization.js';
import { type AuditLine } from '../audit/audit-log.js';
import { Database, type SqlSession } from '../common/database/database.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { type ApiKey } from './api-key.js';
import { KeyNotRotatable, TooManyKeys } from './keys.errors.js';

/** What the bearer door needs to know of a key; found by its hash, before an account is known. */
export interface KeyRow {
  readonly id: string;
  readonly account_id: string;
  readonly key_hash: string;
  readonly hint_start: string;
  readonly hint_end: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  readonly replaced_by_id: string | null;
  readonly account_status: AccountStatus;
}

export interface NewKey extends Pick<
  ApiKey,
  'id' | 'name' | 'note' | 'hint' | 'createdAt' | 'expiresAt'
> {
  readonly keyHash: string;
  readonly createdBy: string;
}

/** A rotation: the successor, and until when the old key works beside it. */
export interface Rotation {
  readonly keyId: string;
  readonly successor: NewKey;
  readonly expiresAt: string;
}

/** What people call a key. */
export interface KeyDescription extends Pick<ApiKey, 'name' | 'note'> {
  readonly keyId: string;
}

/** A key and whose it is. */
export interface KeyName {
  readonly keyId: string;
  readonly accountId: string;
}

/** The last use of a key since it was last written down. */
export interface KeyUse extends KeyName {
  /** The key was revoked or had expired. */
  readonly isRefused: boolean;
  readonly at: string;
  readonly ip: string;
  readonly userAgent: string | null;
}

/** API keys of accounts; only hashes are stored. */
@Injectable()
export class KeysRepository {
  constructor(private readonly database: Database) {}

  /** The key with this hash, read from what is committed now: no cache, so a revocation holds at once. */
  async findByHash(keyHash: string): Promise<KeyRow | undefined> {
    const rows = await this.database.read.select<KeyRow>(
      `SELECT k.id, k.account_id, k.key_hash, k.hint_start, k.hint_end, k.expires_at, k.revoked_at,
              k.replaced_by_id, a.status AS account_status
       FROM api_keys k JOIN accounts a ON a.id = k.account_id WHERE k.key_hash = ?`,
      [keyHash],
    );
    return rows[0];
  }

  async list(accountId: string): Promise<ApiKey[]> {
    const rows = await this.database.read.manager.find(ApiKeyEntity, {
      where: { account_id: accountId },
      order: { id: 'DESC' },
    });
    return rows.map(keyOf);
  }

  async find(accountId: string, keyId: string): Promise<ApiKey | undefined> {
    const where = { id: keyId, account_id: accountId };
    const row = await this.database.read.manager.findOneBy(ApiKeyEntity, where);
    return row === null ? undefined : keyOf(row);
  }

  /** Stores a key unless the account has `keysMax` active ones; replaced keys do not count, as they end by themselves. @throws TooManyKeys */
  async insert(
    accountId: string,
    { key, keysMax }: { key: NewKey; keysMax: number },
    line: AuditLine,
  ): Promise<void> {
    await this.database.transaction(async (session) => {
      await lockAccount(session, accountId);
      const rows = await session.select<{ count: number | string }>(
        `SELECT COUNT(*) AS count FROM api_keys
         WHERE account_id = ? AND revoked_at IS NULL AND replaced_by_id IS NULL
           AND (expires_at IS NULL OR expires_at > ?)`,
        [accountId, key.createdAt],
      );
      if (Number(rows[0]?.count) >= keysMax) throw new TooManyKeys(keysMax);
      await insertKey(session, accountId, key);
      await line(session);
    });
  }

  /** Stores the successor of an active key that has none; the guard lets only one of two parallel rotations through. @throws KeyNotRotatable */
  async rotate(
    accountId: string,
    { keyId, successor, expiresAt }: Rotation,
    line: AuditLine,
  ): Promise<void> {
    await this.database.transaction(async (session) => {
      const rotated = await session.execute(
        `UPDATE api_keys SET replaced_by_id = ?, expires_at = ?
         WHERE id = ? AND account_id = ? AND revoked_at IS NULL AND replaced_by_id IS NULL
           AND (expires_at IS NULL OR expires_at > ?)`,
        [successor.id, expiresAt, keyId, accountId, successor.createdAt],
      );
      if (rotated !== 1) throw new KeyNotRotatable();
      await insertKey(session, accountId, successor);
      await line(session);
    });
  }

  /** Gives a key another name or note. */
  async describe(
    accountId: string,
    { keyId, name, note }: KeyDescription,
    lines: readonly AuditLine[],
  ): Promise<void> {
    const where = { id: keyId, account_id: accountId };
    await this.database.transaction(async (session) => {
      await session.manager.update(ApiKeyEntity, where, { name, note });
      for (const line of lines) await line(session);
    });
  }

  /** Revokes the key; one that is revoked already stays as it is. Whether there is such a key. */
  async revoke(
    accountId: string,
    { keyId, revokedAt }: { keyId: string; revokedAt: string },
    line: AuditLine,
  ): Promise<boolean> {
    const where = { id: keyId, account_id: accountId, revoked_at: IsNull() };
    const revoked = await this.database.transaction(async (session) => {
      const { affected } = await session.manager.update(ApiKeyEntity, where, {
        revoked_at: revokedAt,
      });
      if (affected === 1) await line(session);
      return affected === 1;
    });
    return revoked || (await this.find(accountId, keyId)) !== undefined;
  }

  /** Revokes every key of the account and answers how many. */
  async revokeAll(
    accountId: string,
    revokedAt: string,
    lineOf: (count: number) => AuditLine,
  ): Promise<number> {
    const where = { account_id: accountId, revoked_at: IsNull() };
    return this.database.transaction(async (session) => {
      const { affected } = await session.manager.update(ApiKeyEntity, where, {
        revoked_at: revokedAt,
      });
      await lineOf(affected ?? 0)(session);
      return affected ?? 0;
    });
  }

  /** Writes down last uses in one transaction; an older use never replaces a newer one of another process. */
  async recordUses(uses: readonly KeyUse[]): Promise<void> {
    await this.database.transaction(async (session) => {
      for (const use of uses) {
        const last = use.isRefused ? 'last_refused' : 'last_used';
        await session.execute(
          `UPDATE api_keys SET ${last}_at = ?, ${last}_ip = ?, ${last}_user_agent = ?
           WHERE id = ? AND account_id = ? AND (${last}_at IS NULL OR ${last}_at < ?)`,
          [use.at, use.ip, use.userAgent, use.keyId, use.accountId, use.at],
        );
      }
    });
  }
}

async function insertKey(session: SqlSession, accountId: string, key: NewKey): Promise<void> {
  await session.manager.insert(ApiKeyEntity, {
    id: key.id,
    account_id: accountId,
    name: key.name,
    note: key.note,
    key_hash: key.keyHash,
    hash_algorithm: 1,
    hint_start: key.hint.start,
    hint_end: key.hint.end,
    created_at: key.createdAt,
    created_by: key.createdBy,
    expires_at: key.expiresAt,
  });
}

function keyOf(row: ApiKeyEntity): ApiKey {
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    hint: { start: row.hint_start, end: row.hint_end },
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    replacedById: row.replaced_by_id,
    lastUsedAt: row.last_used_at,
    lastUsedIp: row.last_used_ip,
    lastUsedUserAgent: row.last_used_user_agent,
    lastRefusedAt: row.last_refused_at,
    lastRefusedIp: row.last_refused_ip,
    lastRefusedUserAgent: row.last_refused_user_agent,
  };
}
