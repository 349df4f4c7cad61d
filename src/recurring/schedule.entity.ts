import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import {
  DayColumn,
  ExactColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  LongTextColumn,
  PrimaryIdColumn,
  References,
  TextColumn,
} from '../common/database/columns.js';
import { type ProblemBody } from '../common/errors/problem.js';
import { type Frequency } from './domain/recurrence.js';
import { type OccurrenceStatus, type ScheduleStatus } from './schedule.js';

/** An invoice that comes again and again. */
@Entity('schedules')
@Index('uq_schedules_idempotency_key', ['account_id', 'idempotency_key'], { unique: true })
@Index('ix_schedules_account', ['account_id', 'id'])
@Index('ix_schedules_open', ['account_id', 'status', 'id'])
@Index('ix_schedules_due', ['status', 'due_at'])
export class ScheduleEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_schedules_account', 'CASCADE')
  @IdColumn()
  account_id: string;
  @TextColumn(100) name: string;
  @ExactColumn(10) status: ScheduleStatus;
  /** What each invoice is made of, as JSON. */
  @LongTextColumn() request: string;
  @TextColumn(200) recipient: string;
  @Column('int') send_email: number;
  @ExactColumn(10) frequency: Frequency;
  @Column('int') interval_count: number;
  @DayColumn() start_date: string;
  @DayColumn({ nullable: true }) end_date: string | null;
  @Column('int', { nullable: true }) occurrences_max: number | null;
  @ExactColumn(64) time_zone: string;
  /** How many intervals behind the start the next date lies. */
  @Column('int') step: number;
  /** How many periods have a row. */
  @Column('int') made: number;
  @DayColumn({ nullable: true }) last_date: string | null;
  @DayColumn({ nullable: true }) next_date: string | null;
  /** The instant at which the next date begins in the schedule's time zone. */
  @InstantColumn({ nullable: true }) due_at: string | null;
  @Column('int') revision: number;
  @ExactColumn(10) source: 'api' | 'dashboard';
  @IdColumn() created_by: string;
  @InstantColumn() created_at: string;
  @ExactColumn(255, { nullable: true }) idempotency_key: string | null;
  @ExactColumn(64) request_hash: string;
  /** When it was worked on last: who has waited longest is next. */
  @InstantColumn() turn_at: string;
  /** The process that is working on it, and until when nobody else may. */
  @ExactColumn(32, { nullable: true }) worker: string | null;
  @InstantColumn({ nullable: true }) leased_until: string | null;
}

/** One period of a schedule: the row that makes its invoice unique. */
@Entity('schedule_occurrences')
@Index('uq_schedule_occurrences_date', ['schedule_id', 'issue_date'], { unique: true })
@Index('ix_schedule_occurrences_status', ['schedule_id', 'status', 'position'])
export class ScheduleOccurrenceEntity {
  @References(() => ScheduleEntity, 'fk_schedule_occurrences_schedule', 'CASCADE')
  @PrimaryColumn('varchar', { length: 32, charset: 'ascii', collation: 'ascii_bin' })
  schedule_id: string;
  @PrimaryColumn('int') position: number;
  /** The date of its invoice, and the first day of the period. */
  @DayColumn() issue_date: string;
  @DayColumn() period_end: string;
  @DayColumn() previous_start: string;
  @ExactColumn(10) status: OccurrenceStatus;
  @IdColumn({ nullable: true }) invoice_id: string | null;
  @TextColumn(40, { nullable: true }) invoice_number: string | null;
  @JsonColumn({ nullable: true }) problem: ProblemBody | null;
}
