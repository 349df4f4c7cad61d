/** What the audit log tells; each kind is a sentence of the dashboard (web/src/settings/security-audit-sentence.ts). */
export const auditKinds = [
  'account_created',
  'signed_in',
  'sign_in_failed',
  'signed_out',
  'session_ended',
  'all_sessions_ended',
  'reauthenticated',
  'wrong_password',
  'password_changed',
  'password_reset',
  'email_changed',
  'two_factor_on',
  'two_factor_off',
  'recovery_codes_renewed',
  'recovery_code_used',
  'second_factor_failed',
  'passkey_added',
  'passkey_removed',
  'key_generated',
  'key_renamed',
  'key_note_changed',
  'key_rotated',
  'key_revoked',
  'all_keys_revoked',
  'organization_changed',
  'logo_changed',
  'logo_removed',
  'account_exported',
  'invoice_credited',
  'draft_issued',
  'draft_deleted',
  'invoice_voided',
  'invoice_mailed',
  'mail_settings_changed',
  'share_link_made',
  'share_link_revoked',
  'webhook_added',
  'webhook_changed',
  'webhook_removed',
  'webhook_secret_rotated',
  'schedule_added',
  'schedule_changed',
  'schedule_paused',
  'schedule_resumed',
  'schedule_ended',
  'schedule_removed',
] as const;

export type AuditKind = (typeof auditKinds)[number];

/** Small facts about an event: names and counts, never a secret and never payment data. */
export type AuditDetails = Readonly<Record<string, string | number | readonly string[]>>;

/** Something that happened in an account. */
export interface AuditEvent {
  readonly kind: AuditKind;
  /** The row that it happened to: a key, a session, an invoice. */
  readonly targetId?: string;
  readonly details?: AuditDetails;
}

/** Through what somebody acted: a user in the dashboard, an API key, or an operator's command. */
export type ActorType = 'user' | 'key' | 'command';

/** One line of the audit log; instants are ISO 8601 texts in UTC. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly kind: AuditKind;
  readonly actorType: ActorType;
  readonly actorId: string | null;
  readonly targetId: string | null;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly details: AuditDetails;
}
