import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { MailModule } from '../mail/mail.module.js';
import { SealingModule } from '../sealing/sealing.module.js';
import { WebhookAttempts } from './webhook-attempts.js';
import { WebhookDeletion } from './webhook-deletion.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { WebhookEvents } from './webhook-events.js';
import { WebhookHealth } from './webhook-health.js';
import { WebhookOffMail } from './webhook-off-mail.js';
import { WebhookSecrets } from './webhook-secrets.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhookWorker } from './webhook-worker.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksRepository } from './webhooks.repository.js';
import { WebhooksService } from './webhooks.service.js';

/** Webhooks: events of invoices, signed, to the addresses that accounts have named. */
@Module({
  imports: [AccountsModule, AuditModule, InvoicesModule, MailModule, SealingModule],
  controllers: [WebhooksController, WebhookDeliveriesController],
  providers: [
    WebhookAttempts,
    WebhookDeletion,
    WebhookDeliveriesRepository,
    WebhookDeliveriesService,
    WebhookEvents,
    WebhookHealth,
    WebhookOffMail,
    WebhookSecrets,
    WebhookSender,
    WebhookWorker,
    WebhooksRepository,
    WebhooksService,
  ],
  exports: [WebhooksService],
})
export class WebhooksModule {}
