import { Injectable } from '@nestjs/common';
import { type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { type Caller } from '../common/http/caller.js';
import { newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { type PasskeyAnswer } from './passkey-challenges.js';
import { type Passkey, PasskeysRepository } from './passkeys.repository.js';
import { SecurityEvents } from './security-events.js';
import { PasskeyInvalid, PasskeyNotFound, TooManyPasskeys } from './two-factor.errors.js';
import { WebAuthn } from './web-authn.js';

/** So many keep the list readable; who sends answers to several questions at once may get past it. */
const passkeysMax = 20;

/** A passkey that a browser has made, and the name that its user gives it. */
export interface NewPasskey {
  readonly name: string;
  readonly answer: PasskeyAnswer;
}

/** Adds, lists and removes passkeys of the user who is signed in. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly passkeys: PasskeysRepository,
    private readonly webAuthn: WebAuthn,
    private readonly events: SecurityEvents,
    private readonly clock: Clock,
  ) {}

  list({ accountId, actorId }: Caller): Promise<Passkey[]> {
    return this.passkeys.list(accountId, actorId);
  }

  /** What a browser has to be told to make a passkey. @throws TooManyPasskeys */
  async begin(
    { accountId, actorId: userId }: Caller,
    email: string,
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const known = await this.passkeys.list(accountId, userId);
    if (known.length >= passkeysMax) throw new TooManyPasskeys(passkeysMax);
    return this.webAuthn.creationOptions({ accountId, userId, email, known });
  }

  /** Stores the passkey that a browser has made, and tells the user by mail. @throws PasskeyInvalid, PasskeyKnown */
  async add(caller: Caller, email: string, { name, answer }: NewPasskey): Promise<Passkey> {
    const { accountId, actorId: userId } = caller;
    const credential = await this.webAuthn.created({ accountId, userId }, answer);
    if (credential === undefined) throw new PasskeyInvalid();
    const now = this.clock.now();
    const passkey = { id: newId('pky', now), name, createdAt: now.toISOString() };
    const event = { kind: 'passkey_added', targetId: passkey.id, details: { name } } as const;
    const line = this.events.lineAndMail(caller, event, email);
    await this.passkeys.add(accountId, userId, { ...credential, ...passkey }, line);
    return { ...passkey, lastUsedAt: null };
  }

  /** Forgets a passkey, which opens nothing from now on. @throws PasskeyNotFound */
  async remove(caller: Caller, passkeyId: string): Promise<void> {
    const { accountId, actorId: userId } = caller;
    const passkey = (await this.list(caller)).find(({ id }) => id === passkeyId);
    if (passkey === undefined) throw new PasskeyNotFound();
    const { name } = passkey;
    const event = { kind: 'passkey_removed', targetId: passkeyId, details: { name } } as const;
    const line = this.events.line(caller, event);
    if (!(await this.passkeys.remove(accountId, { userId, passkeyId }, line)))
      throw new PasskeyNotFound();
  }
}
