import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AttachmentsModule } from '../attachments/attachments.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { MailModule } from '../mail/mail.module.js';
import { DashboardEmailsController, EmailsController } from './emails.controllers.js';
import { InvoiceFiles } from './invoice-files.js';
import { InvoiceMailsService } from './invoice-mails.service.js';
import { InvoiceMailWriter } from './invoice-mail-writer.js';
import { MailSettingsController } from './mail-settings.controller.js';
import { MailSettingsRepository } from './mail-settings.repository.js';
import { MailSettingsService } from './mail-settings.service.js';
import { MailTextsPreviews } from './mail-texts-previews.js';

/** Invoices on their way to their recipients: by mail. */
@Module({
  imports: [AccountsModule, AttachmentsModule, AuditModule, InvoicesModule, KeysModule, MailModule],
  controllers: [EmailsController, DashboardEmailsController, MailSettingsController],
  providers: [
    InvoiceFiles,
    InvoiceMailsService,
    InvoiceMailWriter,
    MailSettingsRepository,
    MailSettingsService,
    MailTextsPreviews,
  ],
  exports: [InvoiceMailsService, MailSettingsService],
})
export class DeliveryModule {}
