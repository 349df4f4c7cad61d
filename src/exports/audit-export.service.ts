import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../common/time/clock.js';
import { auditColumns } from './audit-columns.js';
import { csvHead, csvRows } from './csv.js';
import { type Download } from './download.js';

/** The audit log of an account as a file. */
@Injectable()
export class AuditExportService {
  constructor(
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** A row for each line, newest first. */
  csv(accountId: string): Download {
    return {
      mediaType: 'text/csv; charset=utf-8',
      fileName: `audit-log-${this.clock.nowText().slice(0, 10)}.csv`,
      stream: Readable.from(this.texts(accountId), { objectMode: false }),
    };
  }

  private async *texts(accountId: string): AsyncGenerator<string> {
    yield csvHead(auditColumns);
    for await (const page of this.audit.pages(accountId))
      if (page.length > 0) yield csvRows(auditColumns, page);
  }
}
