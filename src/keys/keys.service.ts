import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccountSuspended } from '../accounts/accounts.errors.js';
import { type AuditEvent } from '../audit/audit-event.js';
import { AuditLog } from '../audit/audit-log.js';
import { type Caller } from '../common/http/caller.js';
import { newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { type ApiKey, type KeyOverlap, keyOverlapsMs, keyStatus } from './api-key.js';
import { ApiKeyNotFound, ApiKeyRefused } from './keys.errors.js';
import {
  type KeyDescription,
  type KeyRow,
  KeysRepository,
  type NewKey,
} from './keys.repository.js';
import { isWellFormedKey, keyHash, keyHint, newKey, obscured } from './secret.js';

/** How many active keys an account may have. */
const activeKeysMax = 25;

/** A new key: the only moment at which it can be read. */
export interface IssuedKey {
  readonly apiKey: ApiKey;
  readonly secret: string;
}

/** Makes, checks, rotates and revokes the keys of accounts. Keys belong to the account and have no scopes. */
@Injectable()
export class KeysService {
  constructor(
    private readonly keys: KeysRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Makes a key. @throws TooManyKeys */
  async generate(
    caller: Caller,
    request: { name: string; note?: string | null; expiresAt?: string | null },
  ): Promise<IssuedKey> {
    const { name, note = null, expiresAt = null } = request;
    const issued = issue({ name, note, expiresAt }, this.clock.now());
    const event = { kind: 'key_generated', targetId: issued.apiKey.id, details: { name } } as const;
    await this.keys.insert(
      caller.accountId,
      { key: stored(issued, caller.actorId), keysMax: activeKeysMax },
      this.audit.line(caller, event),
    );
    return issued;
  }

  /**
   * Makes a successor with the name, the note and the length of life of an active key, which works on for `overlap`
   * at the most. @throws ApiKeyNotFound, KeyNotRotatable
   */
  async rotate(caller: Caller, keyId: string, overlap: KeyOverlap): Promise<IssuedKey> {
    const { accountId, actorId } = caller;
    const old = await this.get(accountId, keyId);
    const now = this.clock.now();
    const lifeMs =
      old.expiresAt === null ? undefined : Date.parse(old.expiresAt) - Date.parse(old.createdAt);
    const ends = lifeMs === undefined ? null : new Date(now.getTime() + lifeMs).toISOString();
    const issued = issue({ name: old.name, note: old.note, expiresAt: ends }, now);
    const overlapEnds = new Date(now.getTime() + keyOverlapsMs[overlap]).toISOString();
    const expiresAt =
      old.expiresAt !== null && old.expiresAt < overlapEnds ? old.expiresAt : overlapEnds;
    const details = { name: old.name, overlap, successor: issued.apiKey.id };
    await this.keys.rotate(
      accountId,
      { keyId, successor: stored(issued, actorId), expiresAt },
      this.audit.line(caller, { kind: 'key_rotated', targetId: keyId, details }),
    );
    return issued;
  }

  /** The caller that a key stands for. @throws ApiKeyRefused, AccountSuspended */
  async verify(secret: string): Promise<Caller> {
    if (!isWellFormedKey(secret)) throw malformed();
    const hash = keyHash(secret);
    const row = await this.keys.findByHash(hash);
    if (row === undefined || !sameHash(row.key_hash, hash)) throw unknown();
    this.refuseDead(row);
    if (row.account_status !== 'active') throw new AccountSuspended();
    return { accountId: row.account_id, actorId: row.id, source: 'api' };
  }

  list(accountId: string): Promise<ApiKey[]> {
    return this.keys.list(accountId);
  }

  /** @throws ApiKeyNotFound */
  async get(accountId: string, keyId: string): Promise<ApiKey> {
    const apiKey = await this.keys.find(accountId, keyId);
    if (apiKey === undefined) throw new ApiKeyNotFound();
    return apiKey;
  }

  /** Gives a key another name or note; a note that is left out stays. @throws ApiKeyNotFound */
  async describe(
    caller: Caller,
    keyId: string,
    { name, note }: { name: string; note?: string | null | undefined },
  ): Promise<ApiKey> {
    const former = await this.get(caller.accountId, keyId);
    const description = { keyId, name, note: note === undefined ? former.note : note };
    const events = descriptionEvents(former, description);
    const lines = events.map((event) => this.audit.line(caller, event));
    await this.keys.describe(caller.accountId, description, lines);
    return this.get(caller.accountId, keyId);
  }

  /** Once this has answered, no request that starts later is accepted, in any process. @throws ApiKeyNotFound */
  async revoke(caller: Caller, keyId: string): Promise<void> {
    const { accountId } = caller;
    const { name } = await this.get(accountId, keyId);
    const line = this.audit.line(caller, {
      kind: 'key_revoked',
      targetId: keyId,
      details: { name },
    });
    const revokedAt = this.clock.nowText();
    if (!(await this.keys.revoke(accountId, { keyId, revokedAt }, line)))
      throw new ApiKeyNotFound();
  }

  /** Revokes every key of the account and answers how many there were. */
  revokeAll(caller: Caller): Promise<number> {
    return this.keys.revokeAll(caller.accountId, this.clock.nowText(), (count) =>
      this.audit.line(caller, { kind: 'all_keys_revoked', details: { count } }),
    );
  }

  private refuseDead(row: KeyRow): void {
    const key = { keyId: row.id, accountId: row.account_id };
    const shown = obscured({ start: row.hint_start, end: row.hint_end });
    const status = keyStatus(
      { expiresAt: row.expires_at, revokedAt: row.revoked_at },
      this.clock.nowText(),
    );
    if (status === 'revoked') {
      throw new ApiKeyRefused(
        'api_key_revoked',
        `This key (${shown}) was revoked. Generate a new one in Settings → API Keys.`,
        { revoked_at: row.revoked_at },
        key,
      );
    }
    if (status === 'expired') {
      throw new ApiKeyRefused(
        'api_key_expired',
        `This key (${shown}) has expired. Generate a new one in Settings → API Keys.`,
        { expired_at: row.expires_at, ...(row.replaced_by_id !== null && { replaced: true }) },
        key,
      );
    }
  }
}

/** What the audit log tells of another name or note; never the note's text, in which there may be a secret. */
function descriptionEvents(
  former: ApiKey,
  { keyId: targetId, name, note }: KeyDescription,
): AuditEvent[] {
  const events: AuditEvent[] = [];
  if (former.name !== name) {
    const details = { name, former_name: former.name };
    events.push({ kind: 'key_renamed', targetId, details });
  }
  if (former.note !== note) events.push({ kind: 'key_note_changed', targetId, details: { name } });
  return events;
}

function issue(
  { name, note, expiresAt }: Pick<ApiKey, 'name' | 'note' | 'expiresAt'>,
  now: Date,
): IssuedKey {
  const secret = newKey();
  const apiKey: ApiKey = {
    id: newId('key', now),
    name,
    note,
    hint: keyHint(secret),
    createdAt: now.toISOString(),
    expiresAt,
    revokedAt: null,
    replacedById: null,
    lastUsedAt: null,
    lastUsedIp: null,
    lastUsedUserAgent: null,
    lastRefusedAt: null,
    lastRefusedIp: null,
    lastRefusedUserAgent: null,
  };
  return { apiKey, secret };
}

function stored({ apiKey, secret }: IssuedKey, createdBy: string): NewKey {
  return { ...apiKey, keyHash: keyHash(secret), createdBy };
}

function malformed(): ApiKeyRefused {
  return new ApiKeyRefused(
    'api_key_malformed',
    'This is not a Finvo API key: it must be "finvo_sk_" and 38 letters and digits, with the right checksum. Was it cut off when it was copied?',
  );
}

function unknown(): ApiKeyRefused {
  return new ApiKeyRefused(
    'api_key_unknown',
    'No account of this installation has this key. Was it made on another installation?',
  );
}

function sameHash(stored: string, given: string): boolean {
  return stored.length === given.length && timingSafeEqual(Buffer.from(stored), Buffer.from(given));
}
