import { type ProblemBody } from '../../common/errors/problem.js';
import { Answer } from '../../common/http/fields.js';
import { type Batch, type BatchRow, type RowStatus, rowStatuses } from '../batch.js';

const count = (description: string) => Answer({ type: 'integer', description });

export class BatchDto {
  @Answer({ type: 'string', description: 'Id of the batch.', example: 'bat_0VtLk3Xq9…' })
  id: string;
  @Answer({
    type: 'string',
    enum: ['queued', 'running', 'done'],
    description: 'Done when every row has its result and the PDFs are made.',
  })
  status: Batch['status'];
  @count('How many invoices it asks for.') total: number;
  @count('How many of them are issued.') issued: number;
  @count('How many of them are stored as drafts.') drafted: number;
  @count('How many were refused.') failed: number;
  @count('How many of the issued ones have their PDF.') rendered: number;
  @Answer({ type: 'string', format: 'date-time', description: 'When it was accepted.' })
  created_at: string;
  @Answer({ type: ['string', 'null'], format: 'date-time', description: 'When it was done.' })
  finished_at: string | null;

  static from({ createdAt, finishedAt, ...batch }: Batch): BatchDto {
    return { ...batch, created_at: createdAt, finished_at: finishedAt };
  }
}

export class BatchListDto {
  @Answer({ type: () => BatchDto, isArray: true, description: 'The newest twenty, newest first.' })
  data: BatchDto[];
}

export class BatchRowDto {
  @Answer({ type: 'integer', description: 'Its place in the list that was sent, from 0.' })
  position: number;
  @Answer({ type: 'string', enum: [...rowStatuses], description: 'What has become of it.' })
  status: RowStatus;
  @Answer({ type: ['string', 'null'], description: 'Id of the invoice.' })
  invoice_id: string | null;
  @Answer({ type: ['string', 'null'], description: 'Number of the invoice; null of a draft.' })
  invoice_number: string | null;
  @Answer({
    oneOf: [{ $ref: '#/components/schemas/ProblemDto' }, { type: 'null' }],
    description:
      'What the same request alone would have been answered with; pointers begin at the row.',
  })
  problem: ProblemBody | null;

  static from({ invoiceId, invoiceNumber, ...row }: BatchRow): BatchRowDto {
    return { ...row, invoice_id: invoiceId, invoice_number: invoiceNumber };
  }
}

export class BatchRowsDto {
  @Answer({ type: () => BatchRowDto, isArray: true, description: 'Rows in their order.' })
  data: BatchRowDto[];
  @Answer({ type: 'boolean', description: 'Whether there are more.' }) has_more: boolean;
  @Answer({ type: ['string', 'null'], description: 'Send it as cursor to get them.' })
  next_cursor: string | null;

  /** A page of at most `limit`, from one row more than that where there is one. */
  static from(found: readonly BatchRow[], limit: number): BatchRowsDto {
    const page = found.slice(0, limit);
    const hasMore = found.length > limit;
    return {
      data: page.map((row) => BatchRowDto.from(row)),
      has_more: hasMore,
      next_cursor: hasMore ? String(page.at(-1)?.position) : null,
    };
  }
}
