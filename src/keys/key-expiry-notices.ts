import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { loggable } from '../common/errors/loggable.js';
import { Clock } from '../common/time/clock.js';
import { dayMs } from '../common/time/durations.js';
import { MailQueue } from '../mail/mail-queue.js';
import { type ExpiringKey, KeyExpiryRepository } from './key-expiry.repository.js';

const lookEveryMs = 10 * 60_000;
const batch = 100;
/** Days before the expiry; the nearest first, so that who was away is told once and not three times. */
const thresholds = [0, 3, 14];
/** A key that expired longer ago, such as before mail was turned on, is no news any more. */
const lateMs = 7 * dayMs;

/** Somebody else has claimed the notice meanwhile, so that the mail must not be stored. */
class NoticeTaken extends Error {}

/**
 * Mails the people of an account 14 and 3 days before one of its keys expires, and when it has. The claim
 * of a notice and its mail are one transaction: exactly one of each, whatever crashes or runs twice.
 */
@Injectable()
export class KeyExpiryNotices implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(KeyExpiryNotices.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly keys: KeyExpiryRepository,
    private readonly accounts: AccountsService,
    private readonly mails: MailQueue,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.mails.isOn) return;
    void this.look();
    this.timer = setInterval(() => void this.look(), lookEveryMs).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Sends the notices that are due; a failure is logged, and the next look tries again. */
  look(): Promise<void> {
    if (this.mails.isOn) {
      this.running = this.running
        .then(() => this.notifyAll())
        .catch((error: unknown) => {
          this.logger.error(loggable(error));
        });
    }
    return this.running;
  }

  private async notifyAll(): Promise<void> {
    const now = this.clock.now().getTime();
    const after = new Date(now - lateMs).toISOString();
    for (const days of thresholds) {
      const range = { after, until: new Date(now + days * dayMs).toISOString() };
      let due: ExpiringKey[];
      do {
        due = await this.keys.due(days, range, batch);
        for (const apiKey of due) await this.notify(apiKey, days);
      } while (due.length === batch);
    }
  }

  private async notify(
    { id: keyId, accountId, ...apiKey }: ExpiringKey,
    days: number,
  ): Promise<void> {
    const lifeMs = Date.parse(apiKey.expiresAt) - Date.parse(apiKey.createdAt);
    const to = await this.accounts.emails(accountId);
    // Whoever makes a key for a day knows that it ends within three.
    if (lifeMs <= days * dayMs || to.length === 0) {
      await this.keys.claim(accountId, { keyId, days });
      return;
    }
    const subject =
      days === 0
        ? `Your API key "${apiKey.name}" has expired`
        : `Your API key "${apiKey.name}" expires soon`;
    const mail = { kind: 'api_key_expiry', aboutId: keyId, to, subject, message: null } as const;
    try {
      await this.mails.add(accountId, mail, async (session) => {
        if (!(await this.keys.claim(accountId, { keyId, days }, session))) throw new NoticeTaken();
      });
    } catch (error) {
      if (!(error instanceof NoticeTaken)) throw error;
    }
  }
}
