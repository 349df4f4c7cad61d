import { Injectable, Logger } from '@nestjs/common';
import { loggable } from '../common/errors/loggable.js';
import { Sealer } from '../sealing/sealer.js';
import { TwoFactorUnavailable, TwoFactorUnreadable } from './two-factor.errors.js';

const purpose = 'two-factor seeds';

/** Seals the seeds of authenticator apps for the database, each for its user. */
@Injectable()
export class Seeds {
  private readonly logger = new Logger(Seeds.name);

  constructor(private readonly sealer: Sealer) {}

  /** A seed as it is stored. @throws TwoFactorUnavailable */
  async seal(userId: string, seed: Buffer): Promise<string> {
    try {
      return await this.sealer.seal({ purpose, ownerId: userId }, seed);
    } catch (error) {
      this.logger.error(loggable(error));
      throw new TwoFactorUnavailable();
    }
  }

  /** A stored seed. @throws TwoFactorUnreadable where the secret is not the one it was sealed with */
  async open(userId: string, text: string): Promise<Buffer> {
    try {
      return await this.sealer.open({ purpose, ownerId: userId }, text);
    } catch (error) {
      this.logger.error(loggable(error));
      throw new TwoFactorUnreadable();
    }
  }
}
