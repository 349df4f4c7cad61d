import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from '../common/database/database.js';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { RecoveryCodeEntity, TwoFactorEntity } from './two-factor.entity.js';

/** More statements of the same transaction. */
export type Also = (session: SqlSession) => Promise<void>;

/** The authenticator app of a user, as it is stored. */
export interface StoredApp {
  /** As `Seeds` has sealed it. */
  readonly seed: string;
  /** When it was turned on; nothing while that was only begun. */
  readonly confirmed_at: string | null;
}

/** Recovery codes to be stored, by their hashes. */
export interface NewCode {
  readonly id: string;
  readonly hash: string;
}

/** Authenticator apps and recovery codes. */
@Injectable()
export class TwoFactorRepository {
  constructor(private readonly database: Database) {}

  /** Whether a user has the second factor on; asked inside a transaction where its answer has to stay true. */
  async isOn(
    accountId: string,
    userId: string,
    session: SqlSession = this.database.read,
  ): Promise<boolean> {
    return (await this.find(accountId, userId, session))?.confirmed_at != null;
  }

  async find(
    accountId: string,
    userId: string,
    session: SqlSession = this.database.read,
  ): Promise<StoredApp | undefined> {
    const rows = await session.select<StoredApp>(
      'SELECT seed, confirmed_at FROM two_factor WHERE user_id = ? AND account_id = ?',
      [userId, accountId],
    );
    return rows[0];
  }

  /** Stores a seed in place of one that was never confirmed; answers whether there is no confirmed one. */
  async begin(accountId: string, userId: string, seed: string, now: string): Promise<boolean> {
    const row = { user_id: userId, account_id: accountId, seed, created_at: now };
    for (;;) {
      const replaced = await this.database.transaction((session) =>
        session.execute(
          `UPDATE two_factor SET seed = ?, created_at = ?
           WHERE user_id = ? AND account_id = ? AND confirmed_at IS NULL`,
          [seed, now, userId, accountId],
        ),
      );
      if (replaced === 1) return true;
      if (await this.isOn(accountId, userId)) return false;
      try {
        await this.database.transaction(({ manager }) =>
          manager.insert(TwoFactorEntity, { ...row, last_used_step: 0 }),
        );
        return true;
      } catch (error) {
        if (!isDuplicateRow(error)) throw error;
      }
    }
  }

  /** Turns a begun seed on and stores the first recovery codes; answers whether it was still to be confirmed. */
  async confirm(
    accountId: string,
    userId: string,
    { seed, step, codes, now }: { seed: string; step: number; codes: NewCode[]; now: string },
    also: Also,
  ): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const confirmed = await session.execute(
        `UPDATE two_factor SET confirmed_at = ?, last_used_step = ?
         WHERE user_id = ? AND account_id = ? AND seed = ? AND confirmed_at IS NULL`,
        [now, step, userId, accountId, seed],
      );
      if (confirmed !== 1) return false;
      await replaceCodes(session, { accountId, userId, codes, now });
      await also(session);
      return true;
    });
  }

  /** Stores recovery codes in place of the former ones; answers whether the second factor is on. */
  async renewCodes(
    accountId: string,
    userId: string,
    { codes, now }: { codes: NewCode[]; now: string },
    also: Also,
  ): Promise<boolean> {
    return this.database.transaction(async (session) => {
      // Takes its turn with whoever turns the second factor off.
      const isOn = await session.execute(
        `UPDATE two_factor SET confirmed_at = confirmed_at
         WHERE user_id = ? AND account_id = ? AND confirmed_at IS NOT NULL`,
        [userId, accountId],
      );
      if (isOn !== 1) return false;
      await replaceCodes(session, { accountId, userId, codes, now });
      await also(session);
      return true;
    });
  }

  /** How many recovery codes have not been used. */
  async codesLeft(accountId: string, userId: string): Promise<number> {
    const rows = await this.database.read.select<{ count: number | string }>(
      `SELECT COUNT(*) AS count FROM recovery_codes
       WHERE user_id = ? AND account_id = ? AND used_at IS NULL`,
      [userId, accountId],
    );
    return Number(rows[0]?.count);
  }

  /** Uses the code of a step; of many that come at once, one UPDATE lets one through. */
  async useStep(
    accountId: string,
    userId: string,
    { seed, step }: { seed: string; step: number },
  ): Promise<boolean> {
    const used = await this.database.transaction((session) =>
      session.execute(
        `UPDATE two_factor SET last_used_step = ?
         WHERE user_id = ? AND account_id = ? AND seed = ? AND confirmed_at IS NOT NULL
           AND last_used_step < ?`,
        [step, userId, accountId, seed, step],
      ),
    );
    return used === 1;
  }

  /** Uses a recovery code for good; of many that use it at once, one UPDATE lets one through. */
  async useCode(
    accountId: string,
    userId: string,
    { hash, now }: { hash: string; now: string },
    also: Also,
  ): Promise<boolean> {
    return this.database.transaction(async (session) => {
      const used = await session.execute(
        `UPDATE recovery_codes SET used_at = ?
         WHERE user_id = ? AND account_id = ? AND code_hash = ? AND used_at IS NULL`,
        [now, userId, accountId, hash],
      );
      if (used !== 1) return false;
      await also(session);
      return true;
    });
  }

  /** Forgets app and recovery codes; answers whether the second factor was on. */
  async turnOff(accountId: string, userId: string, also: Also): Promise<boolean> {
    const where = [userId, accountId];
    return this.database.transaction(async (session) => {
      const ended = await session.execute(
        `DELETE FROM two_factor WHERE user_id = ? AND account_id = ? AND confirmed_at IS NOT NULL`,
        where,
      );
      if (ended !== 1) return false;
      await session.execute(
        'DELETE FROM recovery_codes WHERE user_id = ? AND account_id = ?',
        where,
      );
      await also(session);
      return true;
    });
  }
}

async function replaceCodes(
  session: SqlSession,
  {
    accountId,
    userId,
    codes,
    now,
  }: { accountId: string; userId: string; codes: readonly NewCode[]; now: string },
): Promise<void> {
  const where = { user_id: userId, account_id: accountId };
  await session.manager.delete(RecoveryCodeEntity, where);
  await session.manager.insert(
    RecoveryCodeEntity,
    codes.map(({ id, hash }) => ({ ...where, id, code_hash: hash, created_at: now })),
  );
}
