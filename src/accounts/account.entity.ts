import { Column, Entity, Index } from 'typeorm';
import {
  BytesColumn,
  ExactColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../common/database/columns.js';
import { type LabelOverrides } from '../common/i18n/labels.js';
import { type LogoPosition } from '../pdf/template-versions.js';
import { type EInvoiceFormat } from '../einvoice/formats.js';
import {
  type AccountStatus,
  type Address,
  type ElectronicAddress,
  type PaymentDetails,
} from './organization.js';

/** One customer of this installation and its organization profile; owns keys and invoices. */
@Entity('accounts')
export class AccountEntity {
  @PrimaryIdColumn() id: string;
  @ExactColumn(16) status: AccountStatus;
  @TextColumn(200) name: string;
  @TextColumn(254, { nullable: true }) email: string | null;
  @TextColumn(50, { nullable: true }) phone: string | null;
  @TextColumn(200, { nullable: true }) website: string | null;
  @TextColumn(50, { nullable: true }) tax_id: string | null;
  @TextColumn(50, { nullable: true }) registration_number: string | null;
  @JsonColumn({ nullable: true }) address: Address | null;
  @JsonColumn({ nullable: true }) payment: PaymentDetails | null;
  @ExactColumn(3) currency: string;
  @ExactColumn(35) language: string;
  @ExactColumn(64) time_zone: string;
  @TextColumn(40) number_format: string;
  @Column('int', { nullable: true }) payment_terms_days: number | null;
  @ExactColumn(7, { nullable: true }) accent_color: string | null;
  @IdColumn({ nullable: true }) logo_id: string | null;
  @InstantColumn() created_at: string;
  @ExactColumn(35, { nullable: true }) second_language: string | null;
  @JsonColumn({ nullable: true }) labels: LabelOverrides | null;
  /** Decimal text. */
  @ExactColumn(20, { nullable: true }) cash_rounding: string | null;
  @ExactColumn(20, { nullable: true }) template: string | null;
  @ExactColumn(10, { nullable: true }) logo_position: LogoPosition | null;
  @ExactColumn(4, { nullable: true }) registration_scheme: string | null;
  @TextColumn(100, { nullable: true }) contact_name: string | null;
  @JsonColumn({ nullable: true }) electronic_addresses: readonly ElectronicAddress[] | null;
  @ExactColumn(20, { nullable: true }) e_invoice_format: EInvoiceFormat | null;
}

/** A person who signs in to the dashboard of an account. */
@Entity('users')
@Index('uq_users_email', ['email'], { unique: true })
export class UserEntity {
  @PrimaryIdColumn() id: string;
  @References(() => AccountEntity, 'fk_users_account', 'CASCADE') @IdColumn() account_id: string;
  /** In lower case, so that one mailbox is one user. */
  @TextColumn(254) email: string;
  /** Argon2id in PHC form. */
  @ExactColumn(200) password_hash: string;
  @InstantColumn() created_at: string;
}

/** A browser that is signed in; only the hash of its token is known. */
@Entity('sessions')
@Index('uq_sessions_token', ['token_hash'], { unique: true })
@Index('ix_sessions_expiry', ['expires_at'])
export class SessionEntity {
  @PrimaryIdColumn() id: string;
  @References(() => UserEntity, 'fk_sessions_user', 'CASCADE') @IdColumn() user_id: string;
  @References(() => AccountEntity, 'fk_sessions_account', 'CASCADE') @IdColumn() account_id: string;
  @ExactColumn(64) token_hash: string;
  @InstantColumn() created_at: string;
  @InstantColumn() last_seen_at: string;
  /** When it ends whatever happens. */
  @InstantColumn() expires_at: string;
  /** The last time the password was given. */
  @InstantColumn() authenticated_at: string;
  @ExactColumn(45, { nullable: true }) ip: string | null;
  @TextColumn(200, { nullable: true }) user_agent: string | null;
}

/** A browser in which a user has logged in; only the hash of its token is known. It opens nothing by itself. */
@Entity('known_browsers')
@Index('uq_known_browsers_token', ['token_hash'], { unique: true })
@Index('ix_known_browsers_expiry', ['expires_at'])
export class KnownBrowserEntity {
  @PrimaryIdColumn() id: string;
  @References(() => UserEntity, 'fk_known_browsers_user', 'CASCADE') @IdColumn() user_id: string;
  @References(() => AccountEntity, 'fk_known_browsers_account', 'CASCADE')
  @IdColumn()
  account_id: string;
  @ExactColumn(64) token_hash: string;
  @InstantColumn() created_at: string;
  @InstantColumn() expires_at: string;
}

/** A mailed token that lets a user choose a new password once; only its hash is known. */
@Entity('password_resets')
@Index('uq_password_resets_token', ['token_hash'], { unique: true })
@Index('ix_password_resets_user', ['user_id', 'created_at'])
export class PasswordResetEntity {
  /** The id of the mail, so that a second attempt to send it replaces the token of the first. */
  @PrimaryIdColumn() id: string;
  @References(() => UserEntity, 'fk_password_resets_user', 'CASCADE') @IdColumn() user_id: string;
  @References(() => AccountEntity, 'fk_password_resets_account', 'CASCADE')
  @IdColumn()
  account_id: string;
  @ExactColumn(64) token_hash: string;
  @InstantColumn() created_at: string;
  @InstantColumn() expires_at: string;
  @InstantColumn({ nullable: true }) used_at: string | null;
}

/** A new mail address of a user that waits until a mailed link is used; only the hash of its token is known. */
@Entity('email_changes')
@Index('uq_email_changes_user', ['user_id'], { unique: true })
@Index('uq_email_changes_token', ['token_hash'], { unique: true })
export class EmailChangeEntity {
  @PrimaryIdColumn() id: string;
  @References(() => UserEntity, 'fk_email_changes_user', 'CASCADE') @IdColumn() user_id: string;
  @References(() => AccountEntity, 'fk_email_changes_account', 'CASCADE')
  @IdColumn()
  account_id: string;
  /** In lower case. */
  @TextColumn(254) email: string;
  /** None until the link is mailed. */
  @ExactColumn(64, { nullable: true }) token_hash: string | null;
  @InstantColumn() created_at: string;
  @InstantColumn() expires_at: string;
}

/** A picture of the letterhead; kept after it was replaced, as invoices made with it refer to it. */
@Entity('logos')
@Index('ix_logos_account', ['account_id'])
export class LogoEntity {
  @PrimaryIdColumn() id: string;
  @References(() => AccountEntity, 'fk_logos_account', 'CASCADE') @IdColumn() account_id: string;
  @ExactColumn(20) media_type: 'image/png' | 'image/jpeg';
  @BytesColumn() bytes: Buffer;
  @InstantColumn() created_at: string;
}
