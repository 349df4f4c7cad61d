import { Injectable } from '@nestjs/common';
import { type SqlSession } from '../common/database/database.js';
import { type Caller } from '../common/http/caller.js';
import { newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { type ActorType, type AuditEntry, type AuditEvent } from './audit-event.js';
import { AuditLogRepository } from './audit-log.repository.js';

const pageSize = 200;

/** Writes a line of the log; repositories run it inside the transaction that it tells of. */
export type AuditLine = (session: SqlSession) => Promise<void>;

/** Some lines of the log, and whether there are older ones. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly hasMore: boolean;
}

/** Tells who did what in an account, when and from where. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly log: AuditLogRepository,
    private readonly clock: Clock,
  ) {}

  /** A line to be written in the transaction of what it tells; it gets its time, and so its place, when it is written. */
  line(caller: Caller, event: AuditEvent): AuditLine {
    return (session) => this.log.add(session, caller.accountId, this.entry(caller, event));
  }

  /** Writes a line about what changes nothing in the database. */
  record(caller: Caller, event: AuditEvent): Promise<void> {
    return this.log.addAlone(caller.accountId, () => this.entry(caller, event));
  }

  /** The newest `limit` lines, or those before `beforeId`. */
  async page(
    accountId: string,
    { beforeId, limit }: { beforeId?: string | undefined; limit: number },
  ): Promise<AuditPage> {
    const entries = await this.log.list(accountId, { beforeId, limit: limit + 1 });
    return { entries: entries.slice(0, limit), hasMore: entries.length > limit };
  }

  /** All lines in pages, newest first. */
  async *pages(accountId: string): AsyncGenerator<readonly AuditEntry[]> {
    let beforeId: string | undefined;
    for (;;) {
      const { entries, hasMore } = await this.page(accountId, { beforeId, limit: pageSize });
      yield entries;
      if (!hasMore) return;
      beforeId = entries.at(-1)?.id;
    }
  }

  private entry(caller: Caller, { kind, targetId, details }: AuditEvent): AuditEntry {
    const now = this.clock.now();
    const actorType = actorTypeOf(caller);
    return {
      id: newId('aud', now),
      at: now.toISOString(),
      kind,
      actorType,
      // A command acts in the name of nobody in the account.
      actorId: actorType === 'command' ? null : caller.actorId,
      targetId: targetId ?? null,
      ip: caller.origin?.ip ?? null,
      userAgent: caller.origin?.userAgent ?? null,
      details: details ?? {},
    };
  }
}

function actorTypeOf({ origin, source }: Caller): ActorType {
  if (origin === undefined) return 'command';
  return source === 'api' ? 'key' : 'user';
}
