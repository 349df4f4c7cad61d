import { Column, Entity, Index } from 'typeorm';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../common/database/columns.js';
import { type Handover } from './handover.js';
import { type MailKind, type MailStatus } from './mail.js';

/** A mail that is to be sent, or was: what it is about and the sender's own words, never a secret. */
@Entity('outbox')
@Index('ix_outbox_due', ['status', 'due_at'])
@Index('ix_outbox_about', ['account_id', 'about_id', 'id'])
@Index('uq_outbox_resend_of', ['resend_of'], { unique: true })
export class OutboxEntity {
  @PrimaryIdColumn() id: string;
  /** None until it is known whether the address belongs to anybody. */
  @References('AccountEntity', 'fk_outbox_account', 'CASCADE')
  @IdColumn({ nullable: true })
  account_id: string | null;
  @ExactColumn(20) kind: MailKind;
  /** The row that it is about, such as an invoice. */
  @IdColumn({ nullable: true }) about_id: string | null;
  @JsonColumn() recipients: string[];
  @TextColumn(300) subject: string;
  @LongTextColumn({ nullable: true }) message: string | null;
  @ExactColumn(10) status: MailStatus;
  /** How often sending was begun. */
  @Column('int') attempts: number;
  /** Why the last attempt failed, or who was refused, in words for the sender. */
  @TextColumn(500, { nullable: true }) failure: string | null;
  @InstantColumn() created_at: string;
  /** When it may be sent next. */
  @InstantColumn() due_at: string;
  @InstantColumn({ nullable: true }) sent_at: string | null;
  /** The process that is sending it, and until when nobody else may. */
  @ExactColumn(32, { nullable: true }) worker: string | null;
  @InstantColumn({ nullable: true }) leased_until: string | null;
  @JsonColumn({ nullable: true }) cc: string[] | null;
  @JsonColumn({ nullable: true }) bcc: string[] | null;
  /** The mail that this one repeats; its index lets only one be made of each. */
  @IdColumn({ nullable: true }) resend_of: string | null;
  @JsonColumn({ nullable: true }) handover: Handover | null;
}
