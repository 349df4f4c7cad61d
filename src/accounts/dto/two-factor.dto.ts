import { Answer, Text } from '../../common/http/fields.js';
import { type TwoFactorState } from '../../two-factor/two-factor.service.js';

export class TwoFactorDto {
  @Answer({ type: 'boolean', description: 'Whether a log-in needs a code.' }) on: boolean;
  @Answer({
    type: ['string', 'null'],
    format: 'date-time',
    description: 'When it was turned on.',
  })
  since: string | null;
  @Answer({ type: 'integer', description: 'How many recovery codes have not been used.' })
  recovery_codes_left: number;

  static from({ since, codesLeft }: TwoFactorState): TwoFactorDto {
    return { on: since !== null, since, recovery_codes_left: codesLeft };
  }
}

export class TwoFactorSetupDto {
  @Answer({ type: 'string', description: 'The secret in base32, to be typed into an app.' })
  secret: string;
  @Answer({ type: 'string', description: 'The same as an otpauth: address, for a QR code.' })
  uri: string;
}

export class ConfirmTwoFactorDto {
  @Text({
    max: 20,
    description: 'The present six digits of the authenticator app.',
    example: '123456',
  })
  code: string;
}

export class RecoveryCodesDto {
  @Answer({
    type: 'string',
    isArray: true,
    description: 'Ten codes, each of which takes the place of the app once; not shown again.',
  })
  recovery_codes: string[];
}
