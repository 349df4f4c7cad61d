import { AppError } from '../common/errors/app-error.js';
import { type Headers } from './rate-limit-fields.js';

/** Who has sent too much, and what they may do about it. */
const messages = {
  account: 'The account has sent as many requests as it may send in a minute.',
  key: 'This API key has sent its share of what the account may send in a minute; its other keys go on working.',
  failures: 'Too many wrong API keys came from this address within a minute.',
} as const;

export type LimitName = keyof typeof messages;

/** More requests than a limit lets through; never a 401, because the credentials are not what is wrong. */
export class RateLimited extends AppError {
  readonly kind = 'rate_limited';
  readonly code = 'rate_limited';
  readonly title = 'Too many requests';

  constructor(
    limit: LimitName,
    private readonly retryAfterSeconds: number,
    private readonly fields: Headers,
  ) {
    super(`${messages[limit]} Wait ${retryAfterSeconds} s and send the request again.`);
  }

  headers(): Record<string, string> {
    return { ...this.fields, 'retry-after': String(this.retryAfterSeconds) };
  }
}
