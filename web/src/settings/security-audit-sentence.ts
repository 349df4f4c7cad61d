import { type AuditEntry } from './security-audit-data';

type Details = Readonly<Record<string, unknown>>;
type Sentence = (who: string, details: Details) => string;

/** What each kind of event reads like; `who` begins the sentence. */
const sentences: Readonly<Record<AuditEntry['kind'], Sentence>> = {
  account_created: (who) => `${who} created the account`,
  signed_in: (who) => `${who} signed in`,
  sign_in_failed: () => 'Somebody tried to sign in with a wrong password',
  signed_out: (who) => `${who} signed out`,
  session_ended: (who) => `${who} signed another browser out`,
  all_sessions_ended: (who) => `${who} signed out everywhere`,
  reauthenticated: (who) => `${who} confirmed the password`,
  wrong_password: () => 'Somebody gave a wrong password in a signed-in browser',
  password_changed: (who) => `${who} changed the password`,
  password_reset: (who) => `${who} set a new password with a mailed link`,
  email_changed: (who, { email, former_email: former }) =>
    `${who} changed the mail address from ${verbatim(former)} to ${verbatim(email)}`,
  two_factor_on: (who) => `${who} turned two-factor log-in on`,
  two_factor_off: (who) => `${who} turned two-factor log-in off`,
  recovery_codes_renewed: (who) => `${who} made new recovery codes`,
  recovery_code_used: (who) => `${who} used a recovery code to sign in`,
  second_factor_failed: () => 'Somebody gave the right password and a wrong code',
  passkey_added: (who, { name }) => `${who} added the passkey ${quoted(name)}`,
  passkey_removed: (who, { name }) => `${who} removed the passkey ${quoted(name)}`,
  key_generated: (who, { name }) => `${who} generated the API key ${quoted(name)}`,
  key_renamed: (who, { name, former_name: former }) =>
    `${who} renamed the API key ${quoted(former)} to ${quoted(name)}`,
  key_note_changed: (who, { name }) => `${who} changed the note of the API key ${quoted(name)}`,
  key_rotated: (who, { name }) => `${who} rotated the API key ${quoted(name)}`,
  key_revoked: (who, { name }) => `${who} revoked the API key ${quoted(name)}`,
  all_keys_revoked: (who) => `${who} revoked all API keys`,
  organization_changed: (who, { fields }) => `${who} changed the organization: ${listed(fields)}`,
  logo_changed: (who) => `${who} changed the logo`,
  logo_removed: (who) => `${who} removed the logo`,
  account_exported: (who) => `${who} exported all data`,
  invoice_credited: (who, { number, credit_note: note }) =>
    `${who} credited invoice ${plain(number)} with ${plain(note)}`,
  draft_issued: (who, { number }) => `${who} issued a draft as invoice ${plain(number)}`,
  draft_deleted: (who) => `${who} deleted a draft`,
  invoice_voided: (who, { number }) => `${who} voided invoice ${plain(number)}`,
  invoice_mailed: (who, { number }) => `${who} mailed invoice ${plain(number)}`,
  mail_settings_changed: (who, { fields }) =>
    `${who} changed the e-mail settings: ${listed(fields)}`,
  share_link_made: (who, { number }) => `${who} made a link to invoice ${plain(number)}`,
  share_link_revoked: (who, { number }) => `${who} revoked a link to invoice ${plain(number)}`,
  webhook_added: (who, { host }) => `${who} added a webhook to ${plain(host)}`,
  webhook_changed: (who, { host, fields }) =>
    `${who} changed the webhook to ${plain(host)}: ${listed(fields)}`,
  webhook_removed: (who, { host }) => `${who} deleted the webhook to ${plain(host)}`,
  webhook_secret_rotated: (who, { host }) =>
    `${who} rotated the secret of the webhook to ${plain(host)}`,
  schedule_added: (who, { name }) => `${who} made the recurring invoice ${quoted(name)}`,
  schedule_changed: (who, { name }) => `${who} changed the recurring invoice ${quoted(name)}`,
  schedule_paused: (who, { name }) => `${who} paused the recurring invoice ${quoted(name)}`,
  schedule_resumed: (who, { name }) => `${who} resumed the recurring invoice ${quoted(name)}`,
  schedule_ended: (who, { name }) => `${who} ended the recurring invoice ${quoted(name)}`,
  schedule_removed: (who, { name }) => `${who} deleted the recurring invoice ${quoted(name)}`,
};

/** An event as a sentence to the person with this user id. */
export function auditSentence({ kind, actor, details }: AuditEntry, userId: string): string {
  // A server that was updated meanwhile may know kinds that this page does not.
  const sentence = (sentences as Partial<typeof sentences>)[kind];
  return sentence === undefined ? plain(kind) : sentence(whoIs(actor, userId), details);
}

function whoIs({ type, id }: AuditEntry['actor'], userId: string): string {
  if (type === 'key') return 'Software with an API key';
  if (type === 'command') return 'Whoever runs this server';
  return id === userId ? 'You' : 'Another user';
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('_', ' ') : '';
}

function verbatim(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : '';
}

function listed(value: unknown): string {
  return Array.isArray(value) ? value.map(plain).join(', ') : '';
}
