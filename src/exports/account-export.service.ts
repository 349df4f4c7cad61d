import { Injectable } from '@nestjs/common';
import { type Caller } from '../common/http/caller.js';
import { Clock } from '../common/time/clock.js';
import { AccountFiles } from './account-files.js';
import { AutomationFiles } from './automation-files.js';
import { type Download } from './download.js';
import { InvoiceEntries } from './invoice-entries.js';
import { type ZipEntry, zipOf } from './zip.js';

/** Everything that an account has stored, to keep or to take elsewhere. */
@Injectable()
export class AccountExportService {
  constructor(
    private readonly files: AccountFiles,
    private readonly invoices: InvoiceEntries,
    private readonly automation: AutomationFiles,
    private readonly clock: Clock,
  ) {}

  /** A ZIP of the account, with its invoices as they are when the download starts. */
  async zip(caller: Caller): Promise<Download> {
    const newestId = await this.invoices.newestId(caller.accountId);
    return {
      mediaType: 'application/zip',
      fileName: `finvo-export-${this.clock.nowText().slice(0, 10)}.zip`,
      stream: zipOf(this.entries(caller, newestId)),
    };
  }

  private async *entries(caller: Caller, newestId: string): AsyncGenerator<ZipEntry> {
    yield* this.files.of(caller, this.clock.now());
    yield* this.invoices.of(caller.accountId, newestId);
    yield* this.automation.of(caller.accountId, this.clock.now());
  }
}
