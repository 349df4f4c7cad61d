import { Entity, Index } from 'typeorm';
import {
  ExactColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../common/database/columns.js';
import { type ActorType, type AuditDetails, type AuditKind } from './audit-event.js';

/** What happened in an account; rows are only ever added, and go with the account. */
@Entity('audit_log')
@Index('ix_audit_log_account', ['account_id', 'id'])
export class AuditLogEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_audit_log_account', 'CASCADE') @IdColumn() account_id: string;
  @ExactColumn(30) kind: AuditKind;
  @ExactColumn(10) actor_type: ActorType;
  /** No foreign key: what a user has done stays when the user is gone. */
  @IdColumn({ nullable: true }) actor_id: string | null;
  @IdColumn({ nullable: true }) target_id: string | null;
  @ExactColumn(45, { nullable: true }) ip: string | null;
  @TextColumn(200, { nullable: true }) user_agent: string | null;
  @JsonColumn() details: AuditDetails;
  @InstantColumn() created_at: string;
}
