import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { AttachmentDeletion } from './attachment-deletion.js';
import { AttachmentExpiry } from './attachment-expiry.js';
import {
  AttachmentsController,
  DashboardAttachmentsController,
} from './attachments.controllers.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { AttachmentsService } from './attachments.service.js';

/** Files that invoices carry; knows no invoice. */
@Module({
  imports: [AccountsModule, KeysModule],
  controllers: [AttachmentsController, DashboardAttachmentsController],
  providers: [AttachmentDeletion, AttachmentExpiry, AttachmentsRepository, AttachmentsService],
  exports: [AttachmentsService],
})
export class AttachmentsModule {}
