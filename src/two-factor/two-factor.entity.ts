import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  PrimaryIdColumn,
  References,
} from '../common/database/columns.js';

/** The authenticator app of a user: begun, or on from the instant at which a first code was right. */
@Entity('two_factor')
export class TwoFactorEntity {
  @References('UserEntity', 'fk_two_factor_user', 'CASCADE')
  @PrimaryColumn('varchar', { length: 32, charset: 'ascii', collation: 'ascii_bin' })
  user_id: string;
  @References('AccountEntity', 'fk_two_factor_account', 'CASCADE') @IdColumn() account_id: string;
  /** Sealed with the secret of this installation, for this user. */
  @ExactColumn(100) seed: string;
  @InstantColumn() created_at: string;
  @InstantColumn({ nullable: true }) confirmed_at: string | null;
  /** The newest step whose code was used; none of it and before works any more. */
  @Column('integer') last_used_step: number;
}

/** A code that takes the place of the app once; only its hash is known. */
@Entity('recovery_codes')
@Index('uq_recovery_codes_code', ['user_id', 'code_hash'], { unique: true })
export class RecoveryCodeEntity {
  @PrimaryIdColumn() id: string;
  @References('UserEntity', 'fk_recovery_codes_user', 'CASCADE') @IdColumn() user_id: string;
  @References('AccountEntity', 'fk_recovery_codes_account', 'CASCADE')
  @IdColumn()
  account_id: string;
  @ExactColumn(64) code_hash: string;
  @InstantColumn() created_at: string;
  @InstantColumn({ nullable: true }) used_at: string | null;
}
