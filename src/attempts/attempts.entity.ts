import { Column, Entity, Index } from 'typeorm';
import { InstantColumn, PrimaryIdColumn } from '../common/database/columns.js';

/** How often a person, a network or a browser has tried; belongs to no account, as most have none. */
@Entity('attempts')
@Index('ix_attempts_expiry', ['expires_at'])
export class AttemptsEntity {
  /** A hash of limit and subject, so that the table tells no addresses. */
  @PrimaryIdColumn() id: string;
  @Column('integer') count: number;
  @InstantColumn() since: string;
  @InstantColumn() last_at: string;
  @InstantColumn() expires_at: string;
}
