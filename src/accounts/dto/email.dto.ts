import { Answer, Email, Text } from '../../common/http/fields.js';
import { type EmailState } from '../email-changes.js';

export class ChangeEmailDto {
  @Email({
    description: 'The new address to sign in with; the present one withdraws a waiting change.',
    example: 'founder@example.com',
  })
  email: string;
}

export class ConfirmEmailDto {
  @Text({ max: 100, description: 'The token of the mailed link.' })
  token: string;
}

export class LoginEmailDto {
  @Answer({ type: 'string', description: 'The address to sign in with.' }) email: string;
  @Answer({ type: ['string', 'null'], description: 'The new address that waits for confirmation.' })
  waiting_email: string | null;
  @Answer({
    type: ['string', 'null'],
    format: 'date-time',
    description: 'Until when the mailed link can be used.',
  })
  waiting_until: string | null;

  static from({ email, waiting }: EmailState): LoginEmailDto {
    return {
      email,
      waiting_email: waiting?.email ?? null,
      waiting_until: waiting?.expiresAt ?? null,
    };
  }
}
