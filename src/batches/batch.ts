import { type ProblemBody } from '../common/errors/problem.js';

/** Invoices that one batch may ask for. */
export const rowsMax = 1_000;
/** Bytes of the body that asks for a batch. */
export const bodyBytesMax = 10 * 1_048_576;

export type BatchStatus = 'queued' | 'running' | 'done';

export const rowStatuses = ['waiting', 'issued', 'drafted', 'failed'] as const;
export type RowStatus = (typeof rowStatuses)[number];

/** How many rows of a batch have come how far. */
export interface BatchCounts {
  readonly issued: number;
  /** Stored as drafts, as they asked for. */
  readonly drafted: number;
  readonly failed: number;
  /** Issued ones whose PDF is stored. */
  readonly rendered: number;
}

/** Many invoices asked for at once; instants are ISO 8601 texts in UTC. */
export interface Batch extends BatchCounts {
  readonly id: string;
  readonly status: BatchStatus;
  readonly total: number;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** What has become of one row; `position` counts from 0. */
export interface BatchRow {
  readonly position: number;
  readonly status: RowStatus;
  readonly invoiceId: string | null;
  readonly invoiceNumber: string | null;
  /** What the same request alone would have been answered with; its request_id is the batch's id. */
  readonly problem: ProblemBody | null;
}
