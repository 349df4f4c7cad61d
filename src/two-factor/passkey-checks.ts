import { Injectable } from '@nestjs/common';
import { type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { Clock } from '../common/time/clock.js';
import { type Owner, type PasskeyAnswer } from './passkey-challenges.js';
import { PasskeysRepository } from './passkeys.repository.js';
import { WebAuthn } from './web-authn.js';

/** Log-ins by a passkey: the device names the user, so nobody types a mail address. */
@Injectable()
export class PasskeyChecks {
  constructor(
    private readonly passkeys: PasskeysRepository,
    private readonly webAuthn: WebAuthn,
    private readonly clock: Clock,
  ) {}

  /** What a browser has to be told to sign with any passkey of this site. */
  begin(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    return this.webAuthn.requestOptions();
  }

  /** The user whose passkey has signed what was asked; nobody where anything is wrong with the answer. */
  async ownerOf(answer: PasskeyAnswer): Promise<Owner | undefined> {
    const { id, response } = answer;
    const passkey = typeof id === 'string' ? await this.passkeys.find(id) : undefined;
    const counter = await this.webAuthn.signedCounter(passkey, answer);
    if (passkey === undefined || counter === undefined) return undefined;
    const { accountId, userId } = passkey;
    // The device was told the user's id when the passkey was made, and has to say the same.
    if (response?.userHandle !== Buffer.from(userId).toString('base64url')) return undefined;
    const use = { counter, now: this.clock.nowText() };
    const isUsed = await this.passkeys.use(accountId, passkey.id, use);
    return isUsed ? { accountId, userId } : undefined;
  }
}
