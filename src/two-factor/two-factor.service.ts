import { Injectable } from '@nestjs/common';
import { type Caller } from '../common/http/caller.js';
import { newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { newRecoveryCode, recoveryCodeHash, recoveryCodesMax } from './recovery-code.js';
import { Seeds } from './seeds.js';
import { SecurityEvents } from './security-events.js';
import { newSeed, seedText, seedUri, stepOfCode } from './totp.js';
import { TwoFactorAlreadyOn, TwoFactorOff, WrongCode } from './two-factor.errors.js';
import { type Also, type NewCode, TwoFactorRepository } from './two-factor.repository.js';

/** What a person sees of their second factor; `since` is an ISO 8601 text in UTC. */
export interface TwoFactorState {
  readonly since: string | null;
  readonly codesLeft: number;
}

/** A seed for an authenticator app, shown once. */
export interface SeedShownOnce {
  readonly secret: string;
  readonly uri: string;
}

/** Turns the second factor of a user on and off; the caller is that user. */
@Injectable()
export class TwoFactorService {
  constructor(
    private readonly twoFactor: TwoFactorRepository,
    private readonly seeds: Seeds,
    private readonly events: SecurityEvents,
    private readonly clock: Clock,
  ) {}

  async state({ accountId, actorId }: Caller): Promise<TwoFactorState> {
    const app = await this.twoFactor.find(accountId, actorId);
    return {
      since: app?.confirmed_at ?? null,
      codesLeft: await this.twoFactor.codesLeft(accountId, actorId),
    };
  }

  /** Makes a seed, which does nothing until it is confirmed. @throws TwoFactorAlreadyOn, TwoFactorUnavailable */
  async begin({ accountId, actorId }: Caller, email: string): Promise<SeedShownOnce> {
    const seed = newSeed();
    const stored = await this.seeds.seal(actorId, seed);
    if (!(await this.twoFactor.begin(accountId, actorId, stored, this.clock.nowText())))
      throw new TwoFactorAlreadyOn();
    return { secret: seedText(seed), uri: seedUri(seed, email) };
  }

  /**
   * Turns the second factor on by a first code, runs `also` in the same transaction, and answers the
   * recovery codes, which are shown once. @throws WrongCode, TwoFactorOff, TwoFactorAlreadyOn, TwoFactorUnreadable
   */
  async confirm(caller: Caller, typed: string, also: Also): Promise<string[]> {
    const { accountId, actorId } = caller;
    const app = await this.twoFactor.find(accountId, actorId);
    if (app === undefined) throw new TwoFactorOff();
    if (app.confirmed_at !== null) throw new TwoFactorAlreadyOn();
    const now = this.clock.now();
    const seed = await this.seeds.open(actorId, app.seed);
    const step = stepOfCode(seed, typed, now.getTime());
    if (step === undefined) throw new WrongCode();
    const { shown, codes } = newCodes(now);
    const confirmation = { seed: app.seed, step, codes, now: now.toISOString() };
    const line = this.events.line(caller, { kind: 'two_factor_on' });
    const confirmed = await this.twoFactor.confirm(
      accountId,
      actorId,
      confirmation,
      async (session) => {
        await line(session);
        await also(session);
      },
    );
    // Another window has confirmed it, or begun anew, at the same moment.
    if (!confirmed) throw new TwoFactorAlreadyOn();
    return shown;
  }

  /** Makes ten recovery codes in place of the former ones; they are shown once. @throws TwoFactorOff */
  async renewCodes(caller: Caller): Promise<string[]> {
    const now = this.clock.now();
    const { shown, codes } = newCodes(now);
    const renewed = await this.twoFactor.renewCodes(
      caller.accountId,
      caller.actorId,
      { codes, now: now.toISOString() },
      this.events.line(caller, { kind: 'recovery_codes_renewed' }),
    );
    if (!renewed) throw new TwoFactorOff();
    return shown;
  }

  /** Turns the second factor off and tells its user by mail; answers whether it was on. */
  async turnOff(caller: Caller, email: string): Promise<boolean> {
    const line = this.events.lineAndMail(caller, { kind: 'two_factor_off' }, email);
    return this.twoFactor.turnOff(caller.accountId, caller.actorId, line);
  }
}

/** Recovery codes as they are shown, and as they are stored. */
function newCodes(now: Date): { shown: string[]; codes: NewCode[] } {
  const shown = Array.from({ length: recoveryCodesMax }, newRecoveryCode);
  return {
    shown,
    codes: shown.map((code) => ({ id: newId('rec', now), hash: recoveryCodeHash(code) })),
  };
}
