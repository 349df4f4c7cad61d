import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { PasskeysRepository } from './passkeys.repository.js';

const lifeMs = 5 * 60_000;

/** The user who adds a passkey. */
export interface Owner {
  readonly accountId: string;
  readonly userId: string;
}

/** What a browser answers, as far as it is read before its signature is checked. */
export interface PasskeyAnswer {
  readonly id?: unknown;
  readonly response?: {
    /** JSON in base64url: challenge and origin, over which the device has signed. */
    readonly clientDataJSON?: unknown;
    readonly userHandle?: unknown;
  } | null;
}

/** Random numbers that browsers have to sign. Each is good for one purpose, once, within five minutes. */
@Injectable()
export class PasskeyChallenges {
  constructor(
    private readonly passkeys: PasskeysRepository,
    private readonly clock: Clock,
  ) {}

  /** Remembers a challenge: for a user who adds a passkey, or for whoever logs in. */
  async remember(challenge: string, owner: Owner | undefined): Promise<void> {
    const now = this.clock.now();
    await this.passkeys.addChallenge(owner, {
      id: newId('chl', now),
      hash: hashOf(challenge),
      now: now.toISOString(),
      expiresAt: new Date(now.getTime() + lifeMs).toISOString(),
    });
  }

  /**
   * The challenge that an answer was signed for, if it was given for this purpose and not used before. It is
   * used up by this, whatever else is wrong with the answer.
   */
  async use(answer: PasskeyAnswer, owner: Owner | undefined): Promise<string | undefined> {
    const challenge = challengeIn(answer);
    if (challenge === undefined) return undefined;
    const used = await this.passkeys.useChallenge(owner, hashOf(challenge), this.clock.nowText());
    return used ? challenge : undefined;
  }
}

function hashOf(challenge: string): string {
  return createHash('sha256').update(challenge).digest('hex');
}

function challengeIn({ response }: PasskeyAnswer): string | undefined {
  try {
    const json = Buffer.from(response?.clientDataJSON as string, 'base64url').toString();
    const { challenge } = JSON.parse(json) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}
