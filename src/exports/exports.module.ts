import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { BatchesModule } from '../batches/batches.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { RecurringModule } from '../recurring/recurring.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { AccountExportController } from './account-export.controller.js';
import { AccountExportService } from './account-export.service.js';
import { AccountFiles } from './account-files.js';
import { AuditExportController } from './audit-export.controller.js';
import { AuditExportService } from './audit-export.service.js';
import { AutomationFiles } from './automation-files.js';
import { InvoiceEntries } from './invoice-entries.js';
import { CatalogFiles } from './catalog-files.js';
import { InvoiceExportsController } from './invoice-exports.controller.js';
import { InvoiceExportsService } from './invoice-exports.service.js';
import { PdfEntries } from './pdf-entries.js';
import { SettingsFiles } from './settings-files.js';

/** Exports: invoices as CSV or as a ZIP of PDFs, and a whole account; every one is streamed. */
@Module({
  imports: [
    AccountsModule,
    AttachmentsModule,
    AuditModule,
    BatchesModule,
    CatalogModule,
    DeliveryModule,
    ImportsModule,
    KeysModule,
    InvoicesModule,
    RecurringModule,
    WebhooksModule,
  ],
  controllers: [InvoiceExportsController, AccountExportController, AuditExportController],
  providers: [
    AccountExportService,
    AccountFiles,
    AutomationFiles,
    AuditExportService,
    InvoiceEntries,
    CatalogFiles,
    InvoiceExportsService,
    PdfEntries,
    SettingsFiles,
  ],
})
export class ExportsModule {}
