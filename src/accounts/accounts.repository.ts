import { Injectable } from '@nestjs/common';
import { type AuditLine } from '../audit/audit-log.js';
import { Database } from '../common/database/database.js';
import { isDuplicateRow } from '../common/database/database-errors.js';
import { AccountEntity, UserEntity } from './account.entity.js';
import { type Caller } from '../common/http/caller.js';
import { type LabelOverrides } from '../common/i18n/labels.js';
import { EmailTaken, NotSignedIn } from './accounts.errors.js';
import {
  type Address,
  type ElectronicAddress,
  newOrganization,
  type Organization,
  type PaymentDetails,
} from './organization.js';

export interface NewAccount {
  readonly accountId: string;
  readonly userId: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly organizationName: string;
  readonly createdAt: string;
}

/** What log-in and sessions need to know of a user. */
export interface User {
  readonly id: string;
  readonly accountId: string;
  readonly email: string;
  readonly passwordHash: string;
}

/** A profile as the database answers it; every new invoice reads one, so it is read by prepared SQL. */
type OrganizationRow = Omit<
  Organization,
  'address' | 'payment' | 'payment_terms_days' | 'labels' | 'electronic_addresses'
> & {
  readonly address: string | null;
  readonly payment: string | null;
  readonly labels: string | null;
  readonly electronic_addresses: string | null;
  readonly payment_terms_days: string | number | null;
};

const organizationColumns = `name, email, phone, website, tax_id, registration_number, address, payment,
  currency, language, second_language, labels, time_zone, number_format, payment_terms_days, accent_color,
  cash_rounding, logo_id, template, logo_position, registration_scheme, contact_name, electronic_addresses,
  e_invoice_format`;

/** Accounts, their organization profile and their users. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  /** Stores an account with its first user. @throws EmailTaken */
  async create(account: NewAccount, line: AuditLine): Promise<void> {
    try {
      await this.database.transaction(async (session) => {
        const { manager } = session;
        await manager.insert(AccountEntity, {
          ...newOrganization,
          id: account.accountId,
          status: 'active',
          name: account.organizationName,
          created_at: account.createdAt,
        });
        await manager.insert(UserEntity, {
          id: account.userId,
          account_id: account.accountId,
          email: account.email,
          password_hash: account.passwordHash,
          created_at: account.createdAt,
        });
        await line(session);
      });
    } catch (error) {
      throw isDuplicateRow(error) ? new EmailTaken() : error;
    }
  }

  /** Ids of accounts behind one id, in their order; for the operator, who looks after all of them. */
  async idsAfter(accountId: string, limit: number): Promise<string[]> {
    const rows = await this.database.read.select<{ id: string }>(
      `SELECT id FROM accounts WHERE id > ? ORDER BY id LIMIT ${Math.trunc(limit)}`,
      [accountId],
    );
    return rows.map(({ id }) => id);
  }

  /** The user with this mail address in lower case; the one read that comes before an account is known. */
  async userByEmail(email: string): Promise<User | undefined> {
    const row = await this.database.read.manager.findOneBy(UserEntity, { email });
    return row === null ? undefined : userOf(row);
  }

  /** The mail addresses of everybody in the account. */
  async emails(accountId: string): Promise<string[]> {
    const where = { account_id: accountId };
    const rows = await this.database.read.manager.find(UserEntity, { where, order: { id: 'ASC' } });
    return rows.map(({ email }) => email);
  }

  async user(accountId: string, userId: string): Promise<User | undefined> {
    const where = { id: userId, account_id: accountId };
    const row = await this.database.read.manager.findOneBy(UserEntity, where);
    return row === null ? undefined : userOf(row);
  }

  /** The user who is signed in. @throws NotSignedIn when they are gone */
  async signedIn({ accountId, actorId }: Caller): Promise<User> {
    const user = await this.user(accountId, actorId);
    if (user === undefined) throw new NotSignedIn();
    return user;
  }

  /** The organization profile of an account. @throws if there is no such account, as callers hold its id from a guard */
  async organization(accountId: string): Promise<Organization> {
    const rows = await this.database.read.select<OrganizationRow>(
      `SELECT ${organizationColumns} FROM accounts WHERE id = ?`,
      [accountId],
    );
    const row = rows[0];
    if (row === undefined) throw new Error('A caller has an account that does not exist.');
    return {
      ...row,
      address: fromJson<Address>(row.address),
      payment: fromJson<PaymentDetails>(row.payment),
      labels: fromJson<LabelOverrides>(row.labels),
      electronic_addresses: fromJson<ElectronicAddress[]>(row.electronic_addresses),
      payment_terms_days: row.payment_terms_days === null ? null : Number(row.payment_terms_days),
    };
  }

  async updateOrganization(
    accountId: string,
    changes: Partial<Organization>,
    line: AuditLine,
  ): Promise<void> {
    await this.database.transaction(async (session) => {
      await session.manager.update(AccountEntity, { id: accountId }, changes);
      await line(session);
    });
  }
}

function userOf(row: UserEntity): User {
  return {
    id: row.id,
    accountId: row.account_id,
    email: row.email,
    passwordHash: row.password_hash,
  };
}

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- names what was stored
function fromJson<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}
