import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Database, type SqlSession } from '../common/database/database.js';
import { type AuditEntry } from './audit-event.js';
import { AuditLogEntity } from './audit-log.entity.js';

/** The audit log. It has no way to change or delete a row. */
@Injectable()
export class AuditLogRepository {
  constructor(private readonly database: Database) {}

  /** Adds a line inside the transaction of what it tells, so that neither exists without the other. */
  async add(session: SqlSession, accountId: string, entry: AuditEntry): Promise<void> {
    await session.manager.insert(AuditLogEntity, {
      id: entry.id,
      account_id: accountId,
      kind: entry.kind,
      actor_type: entry.actorType,
      actor_id: entry.actorId,
      target_id: entry.targetId,
      ip: entry.ip,
      user_agent: entry.userAgent,
      details: entry.details,
      created_at: entry.at,
    });
  }

  /** Adds a line about what changes nothing, such as an export. */
  async addAlone(accountId: string, entryNow: () => AuditEntry): Promise<void> {
    await this.database.transaction((session) => this.add(session, accountId, entryNow()));
  }

  /** The newest lines before `beforeId`, newest first. */
  async list(
    accountId: string,
    { beforeId, limit }: { beforeId: string | undefined; limit: number },
  ): Promise<AuditEntry[]> {
    const rows = await this.database.read.manager.find(AuditLogEntity, {
      where: {
        account_id: accountId,
        ...(beforeId !== undefined && { id: LessThan(beforeId) }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
    return rows.map(entryOf);
  }
}

function entryOf(row: AuditLogEntity): AuditEntry {
  return {
    id: row.id,
    at: row.created_at,
    kind: row.kind,
    actorType: row.actor_type,
    actorId: row.actor_id,
    targetId: row.target_id,
    ip: row.ip,
    userAgent: row.user_agent,
    details: row.details,
  };
}
