import { Answer } from '../../common/http/fields.js';
import { type OpenSession } from '../sessions.service.js';

class OpenSessionDto {
  @Answer({ type: 'string', description: 'Id of the session.' }) id: string;
  @Answer({ type: 'boolean', description: 'Whether it is the one that asks.' }) current: boolean;
  @Answer({ type: 'string', format: 'date-time', description: 'When the log-in was.' })
  created_at: string;
  @Answer({
    type: 'string',
    format: 'date-time',
    description: 'The last request, to the minute.',
  })
  last_seen_at: string;
  @Answer({ type: ['string', 'null'], description: 'Network address of the log-in.' })
  ip: string | null;
  @Answer({ type: ['string', 'null'], description: 'What the browser said it is.' })
  user_agent: string | null;

  static from(session: OpenSession): OpenSessionDto {
    return {
      id: session.id,
      current: session.current,
      created_at: session.createdAt,
      last_seen_at: session.lastSeenAt,
      ip: session.ip,
      user_agent: session.userAgent,
    };
  }
}

export class SessionListDto {
  @Answer({ type: () => OpenSessionDto, isArray: true, description: 'Latest use first.' })
  data: OpenSessionDto[];

  static from(sessions: readonly OpenSession[]): SessionListDto {
    return { data: sessions.map((session) => OpenSessionDto.from(session)) };
  }
}
