import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { BatchDeletionRepository } from './batch-deletion.repository.js';
import { BatchRowsService } from './batch-rows.service.js';
import { BatchWorkRepository } from './batch-work.repository.js';
import { BatchWorker } from './batch-worker.js';
import {
  BatchesController,
  CreateBatchController,
  DashboardBatchesController,
} from './batches.controllers.js';
import { BatchesRepository } from './batches.repository.js';
import { BatchesService } from './batches.service.js';

/** Batches: many invoices asked for at once, issued and rendered in the background. */
@Module({
  imports: [AccountsModule, InvoicesModule, KeysModule],
  controllers: [CreateBatchController, BatchesController, DashboardBatchesController],
  providers: [
    BatchDeletionRepository,
    BatchesRepository,
    BatchesService,
    BatchRowsService,
    BatchWorker,
    BatchWorkRepository,
  ],
  exports: [BatchesService],
})
export class BatchesModule {}
