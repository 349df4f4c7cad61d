import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { answered, api } from './client';
import { ApiProblem } from './problem';
import { type components } from './schema';

type Schemas = components['schemas'];

/** Whether this browser has passkeys for this page: not on plain http beyond this machine. */
export function hasPasskeys(configuration: Schemas['ConfigurationDto'] | undefined): boolean {
  return configuration?.passkeys === true && browserSupportsWebAuthn();
}

/** Has the browser make a passkey, and the server store it under a name. @throws ApiProblem */
export async function addPasskey(name: string): Promise<Schemas['PasskeyDto']> {
  const { options } = await answered(api.POST('/dashboard/passkeys/options'));
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  const response = await asked(() => startRegistration({ optionsJSON }));
  return answered(api.POST('/dashboard/passkeys', { body: { name, response: { ...response } } }));
}

/** Has the person choose a passkey, and signs in with it. @throws ApiProblem */
export async function logInWithPasskey(): Promise<Schemas['SessionDto']> {
  const { options } = await answered(api.POST('/dashboard/passkey-login/options'));
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const response = await asked(() => startAuthentication({ optionsJSON }));
  return answered(api.POST('/dashboard/passkey-login', { body: { response: { ...response } } }));
}

/** The answer of the browser; its refusals in words that help. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const detail = refusals[name] ?? 'The browser could not use a passkey here.';
    throw new ApiProblem({ status: 0, code: 'passkey_not_used', detail });
  }
}

/** What the names of the browser's errors (WebAuthn, "Exceptions") mean to a person. */
const refusals: Readonly<Record<string, string>> = {
  NotAllowedError: 'No passkey was used: it was cancelled, or took too long. Try again.',
  InvalidStateError: 'This device has a passkey for your account already.',
  SecurityError:
    'Passkeys do not work at this address. Open Finvo at the one that its operator has set.',
};
