import { Module } from '@nestjs/common';
import { MailQueue } from './mail-queue.js';
import { MailWorker } from './mail-worker.js';
import { MailWriters } from './mail-writers.js';
import { OutboxRepository } from './outbox.repository.js';
import { Smtp } from './smtp.js';

/** Mail: an outbox in the database and a worker that hands its mails to SMTP_URL; knows no other module. */
@Module({
  providers: [MailQueue, MailWorker, MailWriters, OutboxRepository, Smtp],
  exports: [MailQueue, MailWriters],
})
export class MailModule {}
