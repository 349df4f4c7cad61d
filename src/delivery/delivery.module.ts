import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { InvoicesModule } from '../invoices/invoices.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { MailModule } from '../mail/mail.module.js';
import { DashboardEmailsController, EmailsController } from './emails.controllers.js';
import { InvoiceMailsService } from './invoice-mails.service.js';
import { InvoiceMailWriter } from './invoice-mail-writer.js';

/** Invoices on their way to their recipients: by mail. */
@Module({
  imports: [AccountsModule, AuditModule, InvoicesModule, KeysModule, MailModule],
  controllers: [EmailsController, DashboardEmailsController],
  providers: [InvoiceMailsService, InvoiceMailWriter],
  exports: [InvoiceMailsService],
})
export class DeliveryModule {}
