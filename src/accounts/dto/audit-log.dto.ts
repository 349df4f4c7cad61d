import { type AuditDetails, type AuditEntry, auditKinds } from '../../audit/audit-event.js';
import { type AuditPage } from '../../audit/audit-log.js';
import { integerText } from '../../common/http/checks.js';
import { Cursor, cursorAfter } from '../../common/http/cursor.js';
import { Answer, Field } from '../../common/http/fields.js';

const limitMax = 100;
/** How many lines a page has unless the request says otherwise. */
export const auditLimitDefault = 20;

/** The query of the audit log. */
export class ListAuditLogDto {
  @Field(
    { type: 'integer', minimum: 1, maximum: limitMax, default: auditLimitDefault },
    integerText(1, limitMax),
    { optional: true, description: 'How many lines to answer.' },
  )
  limit?: string;

  @Cursor('aud')
  cursor?: string;
}

class AuditActorDto {
  @Answer({
    type: 'string',
    enum: ['user', 'key', 'command'],
    description: 'A user in the dashboard, an API key, or an admin command of the operator.',
  })
  type: AuditEntry['actorType'];
  @Answer({ type: ['string', 'null'], description: 'Id of the user or key.' }) id: string | null;
}

class AuditEntryDto {
  @Answer({ type: 'string', description: 'Id of the line.' }) id: string;
  @Answer({ type: 'string', format: 'date-time', description: 'When it happened.' }) at: string;
  @Answer({ type: 'string', enum: [...auditKinds], description: 'What happened.' })
  kind: AuditEntry['kind'];
  @Answer({ type: () => AuditActorDto, description: 'Who did it.' }) actor: AuditActorDto;
  @Answer({ type: ['string', 'null'], description: 'Id of what it happened to.' })
  target_id: string | null;
  @Answer({ type: ['string', 'null'], description: 'Network address of the request.' })
  ip: string | null;
  @Answer({ type: ['string', 'null'], description: 'What the client said it is.' })
  user_agent: string | null;
  @Answer({
    type: 'object',
    additionalProperties: true,
    description: 'Names and counts, by kind; never a secret.',
  })
  details: AuditDetails;

  static from(entry: AuditEntry): AuditEntryDto {
    return {
      id: entry.id,
      at: entry.at,
      kind: entry.kind,
      actor: { type: entry.actorType, id: entry.actorId },
      target_id: entry.targetId,
      ip: entry.ip,
      user_agent: entry.userAgent,
      details: entry.details,
    };
  }
}

export class AuditLogDto {
  @Answer({ type: () => AuditEntryDto, isArray: true, description: 'Lines, newest first.' })
  data: AuditEntryDto[];
  @Answer({ type: 'boolean', description: 'Whether there are older ones.' }) has_more: boolean;
  @Answer({ type: ['string', 'null'], description: 'Send it as cursor to get them.' })
  next_cursor: string | null;

  static from({ entries, hasMore }: AuditPage): AuditLogDto {
    const last = entries.at(-1);
    return {
      data: entries.map((entry) => AuditEntryDto.from(entry)),
      has_more: hasMore,
      next_cursor: hasMore && last !== undefined ? cursorAfter(last.id) : null,
    };
  }
}
