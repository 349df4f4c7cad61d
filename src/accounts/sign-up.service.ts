import { Inject, Injectable } from '@nestjs/common';
import { AttemptsService } from '../attempts/attempts.service.js';
import { limits } from '../attempts/limits.js';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { clientNetwork } from '../limits/client-network.js';
import { SignupClosed } from './accounts.errors.js';
import { type User } from './accounts.repository.js';
import { type Browser } from './browser.js';
import { SignupDto } from './dto/sign-in.dto.js';
import { NewAccounts } from './new-accounts.js';
import { PrintableRequests } from './printable-requests.js';

const unprinted = new Set(['email', 'password']);

/** Makes accounts for whoever comes, if the operator lets them. */
@Injectable()
export class SignUpService {
  constructor(
    private readonly accounts: NewAccounts,
    private readonly requests: PrintableRequests,
    private readonly attempts: AttemptsService,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /**
   * Reads a request and makes the account. Every readable one counts, as the answer tells whether an
   * address is taken. @throws InvalidRequest, SignupClosed, TooManyAttempts, EmailTaken, Busy
   */
  async signUp(body: object, browser: Browser): Promise<User> {
    const request = this.requests.read(SignupDto, body, unprinted);
    if (!this.config.accounts.signupOpen) throw new SignupClosed();
    await this.attempts.count({ limit: limits.signUps, who: clientNetwork(browser.ip) });
    return this.accounts.create(request, browser);
  }
}
