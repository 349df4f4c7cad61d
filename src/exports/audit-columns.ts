import { type AuditEntry } from '../audit/audit-event.js';
import { type CsvColumns, guarded } from './csv.js';

/** The columns of the export of the audit log. */
export const auditColumns: CsvColumns<AuditEntry> = {
  at: ({ at }) => at,
  kind: ({ kind }) => kind,
  actor_type: ({ actorType }) => actorType,
  actor_id: ({ actorId }) => actorId ?? '',
  target_id: ({ targetId }) => targetId ?? '',
  ip: ({ ip }) => ip ?? '',
  user_agent: ({ userAgent }) => guarded(userAgent),
  details: ({ details }) => JSON.stringify(details),
  id: ({ id }) => id,
};
