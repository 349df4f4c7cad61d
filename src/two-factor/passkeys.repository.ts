import { Injectable } from '@nestjs/common';
import { Database } from '../common/database/database.js';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { PasskeyChallengeEntity, PasskeyEntity } from './passkey.entity.js';
import { PasskeyKnown } from './two-factor.errors.js';
import { type Also } from './two-factor.repository.js';

/** A passkey as its user sees it; instants are ISO 8601 texts in UTC. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** What signatures of a passkey are checked with. */
export interface Credential {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** A passkey that somebody shows at a log-in, and whose it is. */
export interface ShownPasskey extends Credential {
  readonly id: string;
  readonly accountId: string;
  readonly userId: string;
}

/** Passkeys and the challenges for them. */
@Injectable()
export class PasskeysRepository {
  constructor(private readonly database: Database) {}

  /** Stores a challenge, and deletes those that have expired. */
  async addChallenge(
    owner: { accountId: string; userId: string } | undefined,
    { id, hash, now, expiresAt }: { id: string; hash: string; now: string; expiresAt: string },
  ): Promise<void> {
    await this.database.transaction(async (session) => {
      await session.execute('DELETE FROM passkey_challenges WHERE expires_at <= ?', [now]);
      await session.manager.insert(PasskeyChallengeEntity, {
        id,
        account_id: owner?.accountId ?? null,
        user_id: owner?.userId ?? null,
        challenge_hash: hash,
        expires_at: expiresAt,
      });
    });
  }

  /** Uses a challenge up; of many that use it at once, one DELETE lets one through. */
  async useChallenge(
    owner: { accountId: string; userId: string } | undefined,
    hash: string,
    now: string,
  ): Promise<boolean> {
    const whose = owner === undefined ? 'user_id IS NULL' : 'user_id = ? AND account_id = ?';
    const ids = owner === undefined ? [] : [owner.userId, owner.accountId];
    const used = await this.database.transaction((session) =>
      session.execute(
        `DELETE FROM passkey_challenges WHERE challenge_hash = ? AND expires_at > ? AND ${whose}`,
        [hash, now, ...ids],
      ),
    );
    return used === 1;
  }

  /** The passkeys of a user, oldest first, with what their devices know them by. */
  async list(accountId: string, userId: string): Promise<(Passkey & Credential)[]> {
    const rows = await this.database.read.manager.find(PasskeyEntity, {
      where: { account_id: accountId, user_id: userId },
      order: { id: 'ASC' },
    });
    return rows.map((row) => ({
      ...credentialOf(row),
      id: row.id,
      name: row.name,
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
    }));
  }

  /** @throws PasskeyKnown */
  async add(
    accountId: string,
    userId: string,
    passkey: Credential & Pick<Passkey, 'id' | 'name' | 'createdAt'>,
    also: Also,
  ): Promise<void> {
    try {
      await this.database.transaction(async (session) => {
        await session.manager.insert(PasskeyEntity, {
          id: passkey.id,
          user_id: userId,
          account_id: accountId,
          credential_id: passkey.credentialId,
          public_key: passkey.publicKey,
          counter: passkey.counter,
          transports: passkey.transports,
          name: passkey.name,
          created_at: passkey.createdAt,
        });
        await also(session);
      });
    } catch (error) {
      throw isDuplicateRow(error) ? new PasskeyKnown() : error;
    }
  }

  /** The passkey with this credential id, which is what somebody who is nobody yet can show. */
  async find(credentialId: string): Promise<ShownPasskey | undefined> {
    const where = { credential_id: credentialId };
    const row = await this.database.read.manager.findOneBy(PasskeyEntity, where);
    if (row === null) return undefined;
    return {
      ...credentialOf(row),
      id: row.id,
      accountId: row.account_id,
      userId: row.user_id,
    };
  }

  /** Writes a use down; answers whether the counter has grown, or stays at 0 because the device has none. */
  async use(
    accountId: string,
    passkeyId: string,
    { counter, now }: { counter: number; now: string },
  ): Promise<boolean> {
    const used = await this.database.transaction((session) =>
      session.execute(
        `UPDATE passkeys SET counter = ?, last_used_at = ?
         WHERE id = ? AND account_id = ? AND (counter < ? OR (counter = 0 AND ? = 0))`,
        [counter, now, passkeyId, accountId, counter, counter],
      ),
    );
    return used === 1;
  }

  /** Forgets a passkey of a user; answers whether there was such a one. */
  async remove(
    accountId: string,
    { userId, passkeyId }: { userId: string; passkeyId: string },
    also: Also,
  ): Promise<boolean> {
    const where = { id: passkeyId, user_id: userId, account_id: accountId };
    return this.database.transaction(async (session) => {
      const { affected } = await session.manager.delete(PasskeyEntity, where);
      if (affected !== 1) return false;
      await also(session);
      return true;
    });
  }
}

function credentialOf(row: PasskeyEntity): Credential {
  return {
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports,
  };
}
