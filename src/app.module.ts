import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { BatchesModule } from './batches/batches.module.js';
import { CatalogModule } from './catalog/catalog.module.js';
import { type Clock } from './common/time/clock.js';
import { ClockModule } from './common/time/clock.module.js';
import { type AppConfig } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DeliveryModule } from './delivery/delivery.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { HealthModule } from './health/health.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { InspectionModule } from './inspection/inspection.module.js';
import { InvoicesModule } from './invoices/invoices.module.js';
import { KeysModule } from './keys/keys.module.js';
import { MailModule } from './mail/mail.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { PdfModule } from './pdf/pdf.module.js';
import { RecurringModule } from './recurring/recurring.module.js';
import { SharingModule } from './sharing/sharing.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** Finvo: the modules, in the order of docs/architecture.md. */
@Module({})
export class AppModule {
  static forRoot(config: AppConfig, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        ClockModule.forRoot(clock),
        DatabaseModule,
        HealthModule,
        MetricsModule,
        PdfModule,
        MailModule,
        AccountsModule,
        KeysModule,
        CatalogModule,
        AttachmentsModule,
        DocumentsModule,
        InvoicesModule,
        DeliveryModule,
        RecurringModule,
        InspectionModule,
        ExportsModule,
        SharingModule,
        BatchesModule,
        ImportsModule,
        WebhooksModule,
      ],
    };
  }
}
