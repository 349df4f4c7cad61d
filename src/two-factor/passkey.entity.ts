import { Column, Entity, Index } from 'typeorm';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../common/database/columns.js';

/** A passkey of a user: what its signatures are checked with; the private key never leaves its device. */
@Entity('passkeys')
@Index('uq_passkeys_credential', ['credential_id'], { unique: true })
@Index('ix_passkeys_user', ['user_id'])
export class PasskeyEntity {
  @PrimaryIdColumn() id: string;
  @References('UserEntity', 'fk_passkeys_user', 'CASCADE') @IdColumn() user_id: string;
  @References('AccountEntity', 'fk_passkeys_account', 'CASCADE') @IdColumn() account_id: string;
  /** At most 1,023 bytes in base64url. */
  @ExactColumn(1364) credential_id: string;
  /** COSE in base64url. */
  @ExactColumn(2000) public_key: string;
  /** What the device has counted its signatures to; many count none and say 0. */
  @Column('bigint') counter: number | string;
  @JsonColumn() transports: readonly string[];
  @TextColumn(60) name: string;
  @InstantColumn() created_at: string;
  @InstantColumn({ nullable: true }) last_used_at: string | null;
}

/** A challenge that was given to a browser, to be signed once; only its hash is known. */
@Entity('passkey_challenges')
@Index('uq_passkey_challenges_challenge', ['challenge_hash'], { unique: true })
@Index('ix_passkey_challenges_expiry', ['expires_at'])
export class PasskeyChallengeEntity {
  @PrimaryIdColumn() id: string;
  /** Who adds a passkey; nobody where somebody logs in, as that shows only with the answer. */
  @References('UserEntity', 'fk_passkey_challenges_user', 'CASCADE')
  @IdColumn({ nullable: true })
  user_id: string | null;
  @References('AccountEntity', 'fk_passkey_challenges_account', 'CASCADE')
  @IdColumn({ nullable: true })
  account_id: string | null;
  @ExactColumn(64) challenge_hash: string;
  @InstantColumn() expires_at: string;
}
