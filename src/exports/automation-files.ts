import { Injectable } from '@nestjs/common';
import { BatchesService } from '../batches/batches.service.js';
import { BatchDto, BatchRowDto } from '../batches/dto/batch.dto.js';
import { type ImportRecord } from '../imports/imports.repository.js';
import { ImportsService } from '../imports/imports.service.js';
import { ScheduleDto } from '../recurring/dto/schedule.dto.js';
import { SchedulesService } from '../recurring/schedules.service.js';
import { WebhookDto } from '../webhooks/dto/webhook.dto.js';
import { WebhooksService } from '../webhooks/webhooks.service.js';
import { jsonArray } from './json-array.js';
import { jsonEntry } from './json-entry.js';
import { type ZipEntry } from './zip.js';

/** What an account has done for it by itself, and whom it tells, as files of a ZIP. */
@Injectable()
export class AutomationFiles {
  constructor(
    private readonly schedules: SchedulesService,
    private readonly batches: BatchesService,
    private readonly imports: ImportsService,
    private readonly webhooks: WebhooksService,
  ) {}

  /** schedules.json, batches.json with all rows, imports.json, and webhooks.json without any secret. */
  async *of(accountId: string, modifiedAt: Date): AsyncGenerator<ZipEntry> {
    const file = (name: string, content: AsyncIterable<string>) => ({
      ...{ name, content, modifiedAt },
      compress: true,
    });
    const schedules = this.schedules.all(accountId);
    yield file(
      'schedules.json',
      jsonArray(schedules, (schedule) => ScheduleDto.from(schedule)),
    );
    const batches = jsonArray(this.batches.all(accountId), ({ batch, rows }) => ({
      ...BatchDto.from(batch),
      rows: rows.map((row) => BatchRowDto.from(row)),
    }));
    yield file('batches.json', batches);
    yield file('imports.json', jsonArray(this.imports.all(accountId), importAnswer));
    const webhooks = await this.webhooks.list(accountId);
    const now = modifiedAt.toISOString();
    const answers = webhooks.map((webhook) => WebhookDto.from(webhook, now));
    yield jsonEntry('webhooks.json', answers, modifiedAt);
  }
}

/** An import in the words of the form that made it. */
function importAnswer({ batchId, mapping, createdAt }: ImportRecord) {
  return {
    batch_id: batchId,
    columns: mapping.columns,
    decimal_mark: mapping.decimalMark ?? null,
    date_order: mapping.dateOrder ?? null,
    prices_include_tax: mapping.pricesIncludeTax,
    created_at: createdAt,
  };
}
