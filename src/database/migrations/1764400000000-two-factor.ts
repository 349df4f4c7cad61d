import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTables, dropTables } from './create-table.js';

/** The foreign keys of a table whose rows go with their user and account. */
const owner = (table: string) => `
      CONSTRAINT fk_${table}_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION,
      CONSTRAINT fk_${table}_account FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE NO ACTION`;

const tables = {
  two_factor: {
    columns: `
      user_id id NOT NULL PRIMARY KEY,
      account_id id NOT NULL,
      seed ascii(100) NOT NULL,
      created_at ascii(24) NOT NULL,
      confirmed_at ascii(24) NULL,
      last_used_step integer NOT NULL,${owner('two_factor')}`,
    indexes: [],
  },
  recovery_codes: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      user_id id NOT NULL,
      account_id id NOT NULL,
      code_hash ascii(64) NOT NULL,
      created_at ascii(24) NOT NULL,
      used_at ascii(24) NULL,${owner('recovery_codes')}`,
    indexes: ['UNIQUE INDEX uq_recovery_codes_code ON recovery_codes (user_id, code_hash)'],
  },
  passkeys: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      user_id id NOT NULL,
      account_id id NOT NULL,
      credential_id ascii(1364) NOT NULL,
      public_key ascii(2000) NOT NULL,
      counter bigint NOT NULL,
      transports longtext NOT NULL,
      name text(60) NOT NULL,
      created_at ascii(24) NOT NULL,
      last_used_at ascii(24) NULL,${owner('passkeys')}`,
    indexes: [
      'UNIQUE INDEX uq_passkeys_credential ON passkeys (credential_id)',
      'INDEX ix_passkeys_user ON passkeys (user_id)',
    ],
  },
  passkey_challenges: {
    columns: `
      id id NOT NULL PRIMARY KEY,
      user_id id NULL,
      account_id id NULL,
      challenge_hash ascii(64) NOT NULL,
      expires_at ascii(24) NOT NULL,${owner('passkey_challenges')}`,
    indexes: [
      'UNIQUE INDEX uq_passkey_challenges_challenge ON passkey_challenges (challenge_hash)',
      'INDEX ix_passkey_challenges_expiry ON passkey_challenges (expires_at)',
    ],
  },
};

/** The second factor of the log-in: authenticator apps, recovery codes and passkeys. */
export class TwoFactor1764400000000 implements MigrationInterface {
  readonly name = 'TwoFactor1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, tables);
  }
}
