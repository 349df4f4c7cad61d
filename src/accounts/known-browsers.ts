import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { dayMs } from '../common/time/durations.js';
import { type User } from './accounts.repository.js';
import { isBrowserToken, newBrowserToken } from './browser-token.js';
import { KnownBrowsersRepository } from './known-browsers.repository.js';
import { tokenHash } from './session-token.js';

/** How long a browser is known after the log-in that made it so. */
export const knownForMs = 180 * dayMs;

/**
 * Browsers in which users have logged in before. Being known opens nothing: it only spares a person the
 * delays that strangers cause by guessing at their password.
 */
@Injectable()
export class KnownBrowsers {
  constructor(
    private readonly browsers: KnownBrowsersRepository,
    private readonly clock: Clock,
  ) {}

  /** Whether the user has logged in with this token; the same work for an unknown user. */
  async knows(userId: string | undefined, token: string | undefined): Promise<boolean> {
    if (!isBrowserToken(token)) return false;
    const owner = await this.browsers.userOf(tokenHash(token), this.clock.nowText());
    return owner !== undefined && owner === userId;
  }

  /** Makes a browser known after a log-in; answers its new token, or nothing if it is known already. */
  async remember({ id, accountId }: User, token: string | undefined): Promise<string | undefined> {
    if (await this.knows(id, token)) return undefined;
    const now = this.clock.now();
    // Never the token that came: somebody else may have put it there.
    const fresh = newBrowserToken();
    await this.browsers.add(accountId, {
      id: newId('bro', now),
      userId: id,
      tokenHash: tokenHash(fresh),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + knownForMs).toISOString(),
    });
    return fresh;
  }
}
