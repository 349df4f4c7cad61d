import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
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
import { type ProblemBody } from '../common/errors/problem.js';
import { type BatchStatus, type RowStatus } from './batch.js';

/** Many invoices asked for with one request. How far it has come is counted from its rows. */
@Entity('batches')
@Index('uq_batches_idempotency_key', ['account_id', 'idempotency_key'], { unique: true })
@Index('ix_batches_account', ['account_id', 'id'])
@Index('ix_batches_open', ['account_id', 'status', 'id'])
@Index('ix_batches_turn', ['status', 'turn_at'])
export class BatchEntity {
  @PrimaryIdColumn() id: string;
  @References('AccountEntity', 'fk_batches_account', 'CASCADE')
  @IdColumn()
  account_id: string;
  @ExactColumn(10) status: BatchStatus;
  @Column('int') total: number;
  @ExactColumn(10) source: 'api' | 'dashboard';
  @IdColumn() created_by: string;
  @InstantColumn() created_at: string;
  @InstantColumn({ nullable: true }) finished_at: string | null;
  @ExactColumn(255, { nullable: true }) idempotency_key: string | null;
  @ExactColumn(64) request_hash: string;
  /** When it was worked on last: who has waited longest is next. */
  @InstantColumn() turn_at: string;
  /** The process that is working on it, and until when nobody else may. */
  @ExactColumn(32, { nullable: true }) worker: string | null;
  @InstantColumn({ nullable: true }) leased_until: string | null;
}

/** One invoice that a batch asks for, by its place in the list. */
@Entity('batch_rows')
@Index('ix_batch_rows_status', ['batch_id', 'status', 'rendered', 'position'])
export class BatchRowEntity {
  @References(() => BatchEntity, 'fk_batch_rows_batch', 'CASCADE')
  @PrimaryColumn('varchar', { length: 32, charset: 'ascii', collation: 'ascii_bin' })
  batch_id: string;
  @PrimaryColumn('int') position: number;
  @ExactColumn(10) status: RowStatus;
  /** 1 once its PDF is stored. */
  @Column('int') rendered: number;
  /** What was asked for, as JSON; dropped when the row has its result. */
  @LongTextColumn({ nullable: true }) request: string | null;
  @IdColumn({ nullable: true }) invoice_id: string | null;
  @TextColumn(40, { nullable: true }) invoice_number: string | null;
  @JsonColumn({ nullable: true }) problem: ProblemBody | null;
}
