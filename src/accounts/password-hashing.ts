import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Turns } from '../common/turns.js';
import { Busy } from './accounts.errors.js';
import { hashPassword, spendVerification, verifyPassword } from './password.js';

/** Node's pool has four threads; one is left to files and names while passwords are hashed. */
const poolThreads = 3;
const waitingMax = 50;

/**
 * Hashes and verifies passwords a few at a time. A hash takes 19 MiB and a core for a while on purpose,
 * so without a bound a flood of log-ins would take the machine from everybody else.
 */
@Injectable()
export class PasswordHashing {
  /** How many are worked on at once. */
  readonly atOnce = Math.min(poolThreads, 2 * availableParallelism());
  private readonly turns = new Turns(this.atOnce);

  /** @throws Busy */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hashPassword(password));
  }

  /** Whether the password belongs to the hash; without one no, after the same work. @throws Busy */
  verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    return this.inTurn(async () => {
      if (passwordHash !== undefined) return verifyPassword(passwordHash, password);
      await spendVerification(password);
      return false;
    });
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.turns.queued >= waitingMax) throw new Busy();
    return this.turns.run(work);
  }
}
