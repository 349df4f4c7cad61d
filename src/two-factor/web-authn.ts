import { Inject, Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { type AppConfig } from '../config/config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { type Owner, type PasskeyAnswer, PasskeyChallenges } from './passkey-challenges.js';
import { passkeySite } from './passkey-site.js';
import { type Credential } from './passkeys.repository.js';

/** Ed25519, ECDSA with P-256 and RSA: what devices offer; COSE numbers. */
const algorithms = [-8, -7, -257];

/** Who adds a passkey, and what they have. */
export interface NewPasskeyOwner extends Owner {
  readonly email: string;
  readonly known: readonly Credential[];
}

/** The questions to a browser's WebAuthn, and what its answers are worth. */
@Injectable()
export class WebAuthn {
  constructor(
    private readonly challenges: PasskeyChallenges,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** What a browser has to be told to make a passkey for a user. */
  async creationOptions({
    email,
    known,
    ...owner
  }: NewPasskeyOwner): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const options = await generateRegistrationOptions({
      rpName: 'Finvo',
      rpID: passkeySite(this.config.http.baseUrl).id,
      userName: email,
      userID: new Uint8Array(Buffer.from(owner.userId)),
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports],
      })),
      // Discoverable, so that a log-in needs no mail address, and behind a finger or a PIN.
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: algorithms,
    });
    await this.challenges.remember(options.challenge, owner);
    return options;
  }

  /** The passkey that was made by what a user was asked with; nothing where that is not so. */
  async created(owner: Owner, answer: PasskeyAnswer): Promise<Credential | undefined> {
    const expectedChallenge = await this.challenges.use(answer, owner);
    if (expectedChallenge === undefined) return undefined;
    const { origin, id: siteId } = passkeySite(this.config.http.baseUrl);
    const { registrationInfo } = await orRefused(
      verifyRegistrationResponse({
        response: answer as RegistrationResponseJSON,
        expectedChallenge,
        expectedOrigin: origin,
        expectedRPID: siteId,
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      }),
    );
    if (registrationInfo === undefined) return undefined;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: allTransports.filter((transport) => transports.includes(transport)),
    };
  }

  /** What a browser has to be told to sign with any passkey of this site. */
  async requestOptions(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const options = await generateAuthenticationOptions({
      rpID: passkeySite(this.config.http.baseUrl).id,
      userVerification: 'required',
    });
    await this.challenges.remember(options.challenge, undefined);
    return options;
  }

  /** What the device of a passkey has counted to, if it has signed what was asked; else nothing. */
  async signedCounter(
    passkey: Credential | undefined,
    answer: PasskeyAnswer,
  ): Promise<number | undefined> {
    const expectedChallenge = await this.challenges.use(answer, undefined);
    if (expectedChallenge === undefined || passkey === undefined) return undefined;
    const { origin, id: siteId } = passkeySite(this.config.http.baseUrl);
    const { verified, authenticationInfo } = await orRefused(
      verifyAuthenticationResponse({
        response: answer as AuthenticationResponseJSON,
        expectedChallenge,
        expectedOrigin: origin,
        expectedRPID: siteId,
        requireUserVerification: true,
        credential: {
          id: passkey.credentialId,
          publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
          counter: passkey.counter,
        },
      }),
    );
    return verified === true ? authenticationInfo?.newCounter : undefined;
  }
}

/** The ways to a device that browsers name; what else stands there is left out. */
const allTransports = ['ble', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

/** The library throws for everything that is wrong with an answer, which here only means no. */
async function orRefused<T extends object>(verification: Promise<T>): Promise<Partial<T>> {
  return verification.catch(() => ({}));
}
