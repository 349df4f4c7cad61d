import { Column, Entity, Index } from 'typeorm';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../common/database/columns.js';

/** An API key of an account: its hash and what may be shown of it; the key itself is never stored. */
@Entity('api_keys')
@Index('uq_api_keys_hash', ['key_hash'], { unique: true })
@Index('ix_api_keys_account', ['account_id', 'created_at'])
@Index('ix_api_keys_expiry', ['expires_at'])
export class ApiKeyEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_api_keys_account', 'CASCADE') @IdColumn() account_id: string;
  @TextColumn(60) name: string;
  /** Where it is stored or who looks after it, in the words of its people. */
  @TextColumn(200, { nullable: true }) note: string | null;
  /** SHA-256 of the whole key in lower-case hex. */
  @ExactColumn(64) key_hash: string;
  /** 1 = SHA-256; for the day when another is needed. */
  @Column('smallint') hash_algorithm: number;
  @ExactColumn(4) hint_start: string;
  @ExactColumn(4) hint_end: string;
  @InstantColumn() created_at: string;
  @IdColumn({ nullable: true }) created_by: string | null;
  @InstantColumn({ nullable: true }) expires_at: string | null;
  @InstantColumn({ nullable: true }) revoked_at: string | null;
  @IdColumn({ nullable: true }) replaced_by_id: string | null;
  @InstantColumn({ nullable: true }) last_used_at: string | null;
  @ExactColumn(45, { nullable: true }) last_used_ip: string | null;
  @TextColumn(120, { nullable: true }) last_used_user_agent: string | null;
  /** When somebody tried to use it after its end. */
  @InstantColumn({ nullable: true }) last_refused_at: string | null;
  @ExactColumn(45, { nullable: true }) last_refused_ip: string | null;
  @TextColumn(120, { nullable: true }) last_refused_user_agent: string | null;
  /** How many days before its expiry the last notice was for; none yet when null. */
  @Column('smallint', { nullable: true }) expiry_notice_days: number | null;
}
