import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountDeletion, type BulkData } from '../accounts/account-deletion.js';
import { AttachmentsRepository } from './attachments.repository.js';

/** Attachments of an account that is being deleted. */
@Injectable()
export class AttachmentDeletion implements BulkData, OnModuleInit {
  constructor(
    private readonly deletion: AccountDeletion,
    private readonly attachments: AttachmentsRepository,
  ) {}

  onModuleInit(): void {
    this.deletion.register(this);
  }

  deletePart(accountId: string): Promise<boolean> {
    return this.attachments.removePart(accountId);
  }
}
