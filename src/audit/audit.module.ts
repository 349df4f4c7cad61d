import { Module } from '@nestjs/common';
import { AuditLog } from './audit-log.js';
import { AuditLogRepository } from './audit-log.repository.js';

/** The audit log; knows no other module, so that every one may write to it. */
@Module({ providers: [AuditLog, AuditLogRepository], exports: [AuditLog] })
export class AuditModule {}
