import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { type Caller } from '../common/http/caller.js';
import { present } from '../common/present.js';
import { newId } from '../common/ids/id.js';
import { Clock } from '../common/time/clock.js';
import { dayIn } from '../common/time/today.js';
import { LogoNotFound } from './accounts.errors.js';
import { AccountsRepository } from './accounts.repository.js';
import { type PutOrganizationDto } from './dto/organization.dto.js';
import { type Logo, readLogo } from './logo.js';
import { LogosRepository } from './logos.repository.js';
import { type Organization } from './organization.js';

/** The organization profile of an account; what is changed here holds for future invoices only. */
@Injectable()
export class OrganizationsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly logos: LogosRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  get(accountId: string): Promise<Organization> {
    return this.accounts.organization(accountId);
  }

  /** The profile, and the day that it is where the organization is. */
  async today(accountId: string): Promise<{ profile: Organization; today: string }> {
    const profile = await this.get(accountId);
    return { profile, today: dayIn(profile.time_zone, this.clock.now()) };
  }

  /** Replaces the profile; settings that an account cannot be without stay as they are when left out. */
  async put(caller: Caller, profile: PutOrganizationDto): Promise<Organization> {
    const { accountId } = caller;
    const changes = changesOf(profile);
    const fields = changedFields(await this.accounts.organization(accountId), changes);
    const line = this.audit.line(caller, { kind: 'organization_changed', details: { fields } });
    if (fields.length > 0) await this.accounts.updateOrganization(accountId, changes, line);
    return this.accounts.organization(accountId);
  }

  /** The profile as {@link put} would leave it; stores nothing. */
  async changed(accountId: string, profile: PutOrganizationDto): Promise<Organization> {
    return { ...(await this.accounts.organization(accountId)), ...changesOf(profile) };
  }

  /** The logo with this id, or the account's current one. @throws LogoNotFound */
  async logo(accountId: string, logoId?: string): Promise<Logo> {
    const id = logoId ?? (await this.accounts.organization(accountId)).logo_id;
    const logo = id === null ? undefined : await this.logos.find(accountId, id);
    if (logo === undefined) throw new LogoNotFound();
    return logo;
  }

  /** Re-encodes an uploaded picture and makes it the logo. @throws what {@link readLogo} refuses */
  async replaceLogo(caller: Caller, upload: Buffer): Promise<void> {
    const logo = await readLogo(upload);
    const now = this.clock.now();
    const id = newId('logo', now);
    await this.logos.replace(
      caller.accountId,
      { ...logo, id, createdAt: now.toISOString() },
      this.audit.line(caller, { kind: 'logo_changed', targetId: id }),
    );
  }

  async removeLogo(caller: Caller): Promise<void> {
    const { logo_id: targetId } = await this.accounts.organization(caller.accountId);
    if (targetId === null) return;
    const line = this.audit.line(caller, { kind: 'logo_removed', targetId });
    await this.accounts.updateOrganization(caller.accountId, { logo_id: null }, line);
  }
}

/** Which fields change; never what was or is in them, as an account's bank details are none of a log's. */
function changedFields(old: Organization, changes: Partial<Organization>): string[] {
  const before: Readonly<Record<string, unknown>> = { ...old };
  return Object.entries(changes)
    .filter(([name, value]) => !isDeepStrictEqual(plain(value), plain(before[name])))
    .map(([name]) => name);
}

/** A part of a request is an instance of its class, with fields that are left out; a stored one is neither. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

function changesOf(profile: PutOrganizationDto): Partial<Organization> {
  return { ...emptied(profile), ...present(settings(profile)), name: profile.name };
}

/** The parts of the profile that are empty unless they are given. */
const optionalFields = [
  'email',
  'phone',
  'website',
  'tax_id',
  'registration_number',
  'registration_scheme',
  'contact_name',
  'electronic_addresses',
  'e_invoice_format',
  'address',
  'payment',
  'payment_terms_days',
  'accent_color',
  'cash_rounding',
  'template',
  'logo_position',
  'second_language',
  'labels',
] as const;

function emptied(profile: PutOrganizationDto): Partial<Organization> {
  return Object.fromEntries(optionalFields.map((name) => [name, profile[name] ?? null]));
}

function settings({ currency, language, time_zone, number_format }: PutOrganizationDto) {
  return { currency, language, time_zone, number_format };
}
