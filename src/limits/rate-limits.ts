import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/time/clock.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { clientNetwork } from './client-network.js';
import { type LimitName, RateLimited } from './limits.errors.js';
import { type Headers, type LimitState, rateLimitFields } from './rate-limit-fields.js';
import { SharedAccounts } from './shared-accounts.js';
import { WindowCounter } from './window-counter.js';

const windowMs = 60_000;
/** What one key may use of its account's limit while others are in use. */
const keyShare = 0.8;
/** How many wrong keys one client may send in a minute. */
const failuresMax = 300;

type Limit = LimitState & { readonly name: LimitName };

/**
 * The limits of the API (docs/decisions/0014): requests per account and minute, of which one key leaves
 * a fifth to the others, and wrong keys per client and minute.
 */
@Injectable()
export class RateLimits {
  private readonly requestsMax: number;
  private readonly shared = new SharedAccounts();

  constructor(
    private readonly counter: WindowCounter,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) { limits }: AppConfig,
  ) {
    this.requestsMax = limits.requestsPerMinute;
  }

  /** Counts a request and answers the header fields of its answer. @throws RateLimited */
  async takeRequest(accountId: string, keyId: string): Promise<Headers> {
    if (this.requestsMax === 0) return {};
    const window = this.window();
    // The key first: what is refused to it must not use up what is left to the others.
    const key = this.shared.note(accountId, keyId, window)
      ? [await this.count('key', keyId, Math.max(1, Math.floor(this.requestsMax * keyShare)))]
      : [];
    const account = await this.count('account', accountId, this.requestsMax, key);
    return this.fields([account, ...key]);
  }

  /** Counts a wrong key and answers the header fields of its refusal. @throws RateLimited */
  async takeFailure(address: string): Promise<Headers> {
    if (this.requestsMax === 0) return {};
    return this.fields([await this.count('failures', clientNetwork(address), failuresMax)]);
  }

  private async count(
    name: LimitName,
    subject: string,
    quota: number,
    others: readonly Limit[] = [],
  ): Promise<Limit> {
    const used = await this.counter.add(`${name}:${subject}:${this.window()}`);
    const limit = { name, quota, used };
    if (used > quota) {
      throw new RateLimited(name, this.resetSeconds(), this.fields([limit, ...others]));
    }
    return limit;
  }

  private fields(limits: readonly Limit[]): Headers {
    return rateLimitFields(limits, windowMs / 1000, this.resetSeconds());
  }

  /** Windows are minutes of the clock, so that all processes have the same ones. */
  private window(): number {
    return Math.floor(this.clock.now().getTime() / windowMs);
  }

  private resetSeconds(): number {
    return Math.ceil((windowMs - (this.clock.now().getTime() % windowMs)) / 1000);
  }
}
