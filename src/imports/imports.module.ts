import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { BatchesModule } from '../batches/batches.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { ImportChecks } from './import-checks.service.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';

/** Imports: invoices from CSV files, previewed row by row and issued as a batch. */
@Module({
  imports: [AccountsModule, BatchesModule, InvoicesModule],
  controllers: [ImportsController],
  providers: [ImportChecks, ImportsRepository, ImportsService],
  exports: [ImportsService],
})
export class ImportsModule {}
