import { Answer, Choice, Integer, Pattern, Text } from '../../common/http/fields.js';
import {
  type ApiKey,
  type KeyOverlap,
  keyOverlapsMs,
  keyStatus,
  keyStatuses,
  type KeyStatus,
} from '../api-key.js';
import { type IssuedKey } from '../keys.service.js';
import { obscured } from '../secret.js';

export class CreateKeyDto {
  @Text({ max: 60, description: 'What the key is for.', example: 'Production server' })
  name: string;

  @Text({
    min: 0,
    max: 200,
    optional: true,
    description: 'Where it is stored, or who looks after it.',
    example: 'Secrets of the shop',
  })
  note?: string;

  @Integer({
    min: 1,
    max: 3650,
    optional: true,
    description: 'Days until it expires; left out: never.',
    example: 365,
  })
  expires_in_days?: number;

  @Pattern({
    max: 40,
    regex: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/,
    expected: 'a moment in UTC such as "2027-01-31T23:00:00Z"',
    optional: true,
    description: 'When it expires, instead of expires_in_days.',
    example: '2027-01-31T23:00:00Z',
  })
  expires_at?: string;
}

export class DescribeKeyDto {
  @Text({ max: 60, description: 'What the key is for.', example: 'Staging server' }) name: string;

  @Text({
    min: 0,
    max: 200,
    optional: true,
    description: 'Where it is stored, or who looks after it; "" takes the note away.',
    example: 'Secrets of the shop',
  })
  note?: string;
}

export class RotateKeyDto {
  @Choice(Object.keys(keyOverlapsMs), {
    description: 'How long the old key works beside the new one; "0" when it has leaked.',
    example: '24h',
  })
  overlap: KeyOverlap;
}

const nullableInstant = { type: ['string', 'null'], format: 'date-time' };

/** A key as it may be shown: never the key itself. */
export class KeyDto {
  @Answer({ type: 'string', description: 'Id of the key.' }) id: string;
  @Answer({ type: 'string', description: 'What the key is for.' }) name: string;
  @Answer({ type: ['string', 'null'], description: 'Where it is stored, or who looks after it.' })
  note: string | null;
  @Answer({ type: 'string', description: 'Both ends of the key.', example: 'finvo_sk_7Hq2…wX9a' })
  obscured: string;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was generated.' })
  created_at: string;
  @Answer({ ...nullableInstant, description: 'Its last use, to the minute.' }) last_used_at:
    string | null;
  @Answer({ type: ['string', 'null'], description: 'The address of its last use.' }) last_used_ip:
    string | null;
  @Answer({
    type: ['string', 'null'],
    description: 'What the client of its last use called itself.',
  })
  last_used_user_agent: string | null;
  @Answer({
    ...nullableInstant,
    description: 'When it was last tried after its end, to the minute.',
  })
  last_refused_at: string | null;
  @Answer({ type: ['string', 'null'], description: 'The address from which it was tried.' })
  last_refused_ip: string | null;
  @Answer({ type: ['string', 'null'], description: 'What the client that tried called itself.' })
  last_refused_user_agent: string | null;
  @Answer({ ...nullableInstant, description: 'From when on it is refused.' }) expires_at:
    string | null;
  @Answer({ ...nullableInstant, description: 'When it was revoked.' }) revoked_at: string | null;
  @Answer({ type: ['string', 'null'], description: 'Id of the key that was made in its place.' })
  replaced_by: string | null;
  @Answer({ type: 'string', enum: [...keyStatuses], description: 'Whether it works.' })
  status: KeyStatus;

  static from(apiKey: ApiKey, now: string): KeyDto {
    return {
      id: apiKey.id,
      name: apiKey.name,
      note: apiKey.note,
      obscured: obscured(apiKey.hint),
      created_at: apiKey.createdAt,
      last_used_at: apiKey.lastUsedAt,
      last_used_ip: apiKey.lastUsedIp,
      last_used_user_agent: apiKey.lastUsedUserAgent,
      last_refused_at: apiKey.lastRefusedAt,
      last_refused_ip: apiKey.lastRefusedIp,
      last_refused_user_agent: apiKey.lastRefusedUserAgent,
      expires_at: apiKey.expiresAt,
      revoked_at: apiKey.revokedAt,
      replaced_by: apiKey.replacedById,
      status: keyStatus(apiKey, now),
    };
  }
}

export class KeyListDto {
  @Answer({
    type: () => KeyDto,
    isArray: true,
    description: 'All keys, newest first, revoked ones too.',
  })
  data: KeyDto[];
}

/** A new key, with the key itself for the only time. */
export class IssuedKeyDto extends KeyDto {
  @Answer({ type: 'string', description: 'The key. It cannot be read again: store it now.' })
  key: string;

  static fromIssued({ apiKey, secret }: IssuedKey, now: string): IssuedKeyDto {
    return { ...KeyDto.from(apiKey, now), key: secret };
  }
}

export class RevokedKeysDto {
  @Answer({ type: 'integer', description: 'How many keys were revoked.' }) revoked: number;
}
