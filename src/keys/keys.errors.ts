import { AppError } from '../common/errors/app-error.js';

const realm = 'Bearer realm="finvo"';

/** An error of the bearer door, with the challenge that RFC 6750 §3 asks for. */
abstract class CredentialsError extends AppError {
  protected abstract readonly challenge: string;

  headers(): Record<string, string> {
    return { 'www-authenticate': this.challenge, vary: 'Authorization' };
  }
}

/** No credentials, or another scheme: the challenge names no error then (RFC 6750 §3.1). */
export class CredentialsMissing extends CredentialsError {
  readonly kind = 'unauthenticated';
  readonly code = 'credentials_missing';
  readonly title = 'No API key';
  protected readonly challenge = realm;

  constructor() {
    super('Send an API key: "Authorization: Bearer finvo_sk_…".');
  }
}

const sendOnce = `${realm}, error="invalid_request", error_description="Send the key once, in the Authorization header"`;

/** Two Authorization headers: which one counts would depend on who reads them. */
export class CredentialsAmbiguous extends CredentialsError {
  readonly kind = 'malformed';
  readonly code = 'credentials_ambiguous';
  readonly title = 'More than one Authorization header';
  protected readonly challenge = sendOnce;

  constructor() {
    super('Send the API key once, in one Authorization header.');
  }
}

/** A key in the URL ends up in logs and histories. */
export class CredentialsInUrl extends CredentialsError {
  readonly kind = 'malformed';
  readonly code = 'credentials_in_url';
  readonly title = 'API key in the URL';
  protected readonly challenge = sendOnce;

  constructor() {
    super(
      'The URL holds an API key. It was not used, but it may be in logs now: revoke it, and send keys in the Authorization header only.',
    );
  }
}

type DeadKeyCode = 'api_key_malformed' | 'api_key_unknown' | 'api_key_revoked' | 'api_key_expired';

const deadKeys: Readonly<Record<DeadKeyCode, { title: string; description: string }>> = {
  api_key_malformed: { title: 'API key malformed', description: 'The API key is malformed' },
  api_key_unknown: { title: 'API key unknown', description: 'The API key is not recognised' },
  api_key_revoked: { title: 'API key revoked', description: 'The API key was revoked' },
  api_key_expired: { title: 'API key expired', description: 'The API key has expired' },
};

/** A key that was sent but does not work; telling why helps only who holds the whole key. */
export class ApiKeyRefused extends CredentialsError {
  readonly kind = 'unauthenticated';
  readonly title: string;
  protected readonly challenge: string;

  constructor(
    readonly code: DeadKeyCode,
    message: string,
    private readonly members: Readonly<Record<string, unknown>> = {},
    /** The key that is meant, where it once worked. */
    readonly key?: { readonly keyId: string; readonly accountId: string },
  ) {
    super(message);
    this.title = deadKeys[code].title;
    this.challenge = `${realm}, error="invalid_token", error_description="${deadKeys[code].description}"`;
  }

  override extensions(): Readonly<Record<string, unknown>> {
    return this.members;
  }
}

/** There is no such key in this account. */
export class ApiKeyNotFound extends AppError {
  readonly kind = 'not_found';
  readonly code = 'not_found';
  readonly title = 'Not found';

  constructor() {
    super('There is no such API key.');
  }
}

/** The account has as many active keys as it may have. */
export class TooManyKeys extends AppError {
  readonly kind = 'conflict';
  readonly code = 'too_many_api_keys';
  readonly title = 'Too many active API keys';

  constructor(keysMax: number) {
    super(`An account may have ${keysMax} active API keys. Revoke one that is not used any more.`);
  }
}

/** The key is not active any more, or has a successor already. */
export class KeyNotRotatable extends AppError {
  readonly kind = 'conflict';
  readonly code = 'api_key_not_active';
  readonly title = 'The API key is not active';

  constructor() {
    super('Only an active key without a successor can be rotated.');
  }
}
