import { setImmediate as turn } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { loggable } from '../common/errors/loggable.js';
import { hourMs } from '../common/time/durations.js';
import { type Caller } from '../common/http/caller.js';
import { MailQueue } from '../mail/mail-queue.js';
import { AccountDeletionRepository } from './account-deletion.repository.js';
import { NameDoesNotMatch } from './accounts.errors.js';
import { AccountsRepository } from './accounts.repository.js';
import { type Browser } from './browser.js';
import { type DeleteAccountDto } from './dto/account.dto.js';
import { PasswordsService } from './passwords.service.js';

/** Data of accounts that another module holds in such numbers that one transaction would hold up all others. */
export interface BulkData {
  /** Deletes a part of what an account has, and answers whether there may be more. */
  deletePart(accountId: string): Promise<boolean>;
}

/**
 * Deletes accounts with everything in them. The first transaction closes every door of the account for
 * good; what has many rows goes in parts, and the last statement takes the rest. What a process that
 * died or failed has left is finished at the next start, or within the hour.
 */
@Injectable()
export class AccountDeletion implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AccountDeletion.name);
  private readonly bulk: BulkData[] = [];
  private readonly running = new Set<Promise<void>>();
  private isClosing = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly deletions: AccountDeletionRepository,
    private readonly accounts: AccountsRepository,
    private readonly passwords: PasswordsService,
    private readonly mail: MailQueue,
  ) {}

  /** Modules with bulk data register at start. */
  register(bulk: BulkData): void {
    this.bulk.push(bulk);
  }

  onApplicationBootstrap(): void {
    void this.track(this.resume());
    this.timer = setInterval(() => void this.track(this.resume()), hourMs).unref();
  }

  /** Stops between two parts. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.isClosing = true;
    await Promise.allSettled(this.running);
  }

  /**
   * Deletes the account of who confirms it with name and password. Once its doors are closed it is gone for its
   * people, so a failure from then on is not theirs: the rest goes later. @throws NameDoesNotMatch, WrongPassword
   */
  async request(caller: Caller, confirmation: DeleteAccountDto, browser: Browser): Promise<void> {
    const { name } = await this.accounts.organization(caller.accountId);
    if (confirmation.organization_name.trim() !== name.trim()) throw new NameDoesNotMatch();
    const typed = { password: confirmation.password, pointer: '/password' };
    const user = await this.passwords.verified(caller, typed, browser);
    await this.deletions.begin(caller.accountId);
    await this.mail.forget(caller.accountId, user.email);
    await this.track(this.finishOrLater(caller.accountId));
  }

  /** Finishes what was begun before; a failure is logged, and the next hour or start tries again. */
  private async resume(): Promise<void> {
    try {
      for (const accountId of await this.deletions.begun()) await this.finishOrLater(accountId);
    } catch (error) {
      this.logger.error(loggable(error));
    }
  }

  private async finishOrLater(accountId: string): Promise<void> {
    try {
      await this.finish(accountId);
    } catch (error) {
      this.logger.error(loggable(error));
    }
  }

  private async finish(accountId: string): Promise<void> {
    for (const bulk of this.bulk) {
      // The embedded database answers at once: without a turn no request would be read until the end.
      while (!this.isClosing && (await bulk.deletePart(accountId))) await turn();
    }
    if (!this.isClosing) await this.deletions.finish(accountId);
  }

  private async track(work: Promise<void>): Promise<void> {
    this.running.add(work);
    try {
      await work;
    } finally {
      this.running.delete(work);
    }
  }
}
