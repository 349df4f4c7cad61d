import { Injectable } from '@nestjs/common';
import { Database } from '../common/database/database.js';
import { KnownBrowserEntity } from './account.entity.js';

export interface NewKnownBrowser {
  readonly id: string;
  readonly userId: string;
  readonly tokenHash: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Browsers in which users have logged in. */
@Injectable()
export class KnownBrowsersRepository {
  constructor(private readonly database: Database) {}

  /** The user who has logged in with this token; looked up by its hash, as nobody is signed in yet. */
  async userOf(tokenHash: string, now: string): Promise<string | undefined> {
    const rows = await this.database.read.select<{ user_id: string }>(
      'SELECT user_id FROM known_browsers WHERE token_hash = ? AND expires_at > ?',
      [tokenHash, now],
    );
    return rows[0]?.user_id;
  }

  /** Stores a browser, and deletes what has expired. */
  async add(accountId: string, browser: NewKnownBrowser): Promise<void> {
    await this.database.transaction(async (session) => {
      await session.execute('DELETE FROM known_browsers WHERE expires_at < ?', [browser.createdAt]);
      await session.manager.insert(KnownBrowserEntity, {
        id: browser.id,
        user_id: browser.userId,
        account_id: accountId,
        token_hash: browser.tokenHash,
        created_at: browser.createdAt,
        expires_at: browser.expiresAt,
      });
    });
  }
}
