import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { KeysModule } from '../keys/keys.module.js';
import {
  DashboardShareLinksController,
  SharedInvoicesController,
  ShareLinksController,
} from './share-links.controllers.js';
import { ShareLinksRepository } from './share-links.repository.js';
import { ShareLinksService } from './share-links.service.js';

/** Links with which recipients read their invoices without an account. */
@Module({
  imports: [AccountsModule, AttachmentsModule, AuditModule, InvoicesModule, KeysModule],
  controllers: [ShareLinksController, DashboardShareLinksController, SharedInvoicesController],
  providers: [ShareLinksRepository, ShareLinksService],
})
export class SharingModule {}
