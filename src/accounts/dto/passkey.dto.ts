import { applyDecorators } from '@nestjs/common';
import { object } from '../../common/http/checks.js';
import { Answer, Field, Text, Untouched } from '../../common/http/fields.js';
import { type Passkey } from '../../two-factor/passkeys.repository.js';

/** What the browser's WebAuthn has answered, which is checked as a whole, by its signature. */
function WebAuthnAnswer(): PropertyDecorator {
  return applyDecorators(
    Field({ type: 'object', additionalProperties: true }, object, {
      description: 'What the browser has answered (PublicKeyCredential.toJSON()).',
    }),
    Untouched(),
  );
}

/** What the browser's WebAuthn is to be called with. */
function WebAuthnOptions(): PropertyDecorator {
  return Answer({
    type: 'object',
    additionalProperties: true,
    description: 'What the browser is to be asked with, as JSON; good for five minutes.',
  });
}

export class PasskeyOptionsDto {
  @WebAuthnOptions() options: object;
}

export class AddPasskeyDto {
  @Text({ max: 60, description: 'A name to know it by.', example: 'Office laptop' })
  name: string;

  @WebAuthnAnswer() response: object;
}

export class PasskeyLoginDto {
  @WebAuthnAnswer() response: object;
}

export class PasskeyDto {
  @Answer({ type: 'string', description: 'Id of the passkey.' }) id: string;
  @Answer({ type: 'string', description: 'Its name.' }) name: string;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was added.' })
  created_at: string;
  @Answer({
    type: ['string', 'null'],
    format: 'date-time',
    description: 'The last log-in with it.',
  })
  last_used_at: string | null;

  static from({ id, name, createdAt, lastUsedAt }: Passkey): PasskeyDto {
    return { id, name, created_at: createdAt, last_used_at: lastUsedAt };
  }
}

export class PasskeyListDto {
  @Answer({ type: () => PasskeyDto, isArray: true, description: 'Oldest first.' })
  data: PasskeyDto[];

  static from(passkeys: readonly Passkey[]): PasskeyListDto {
    return { data: passkeys.map((passkey) => PasskeyDto.from(passkey)) };
  }
}
