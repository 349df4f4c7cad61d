import { isRedisUrl, isSmtpUrl, namesFile, serverUrlNamesDatabase } from './addresses.js';

/** Which SQL a database speaks; MariaDB and MySQL differ only for TypeORM's drift check. */
export type Dialect = 'sqlite' | 'mysql' | 'mariadb';

/** Where the database is. */
export interface DatabaseAddress {
  readonly dialect: Dialect;
  readonly url: string;
}

const secretLengthMin = 32;
/** The highest port of TCP. */
export const portMax = 65_535;

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one variable after the other and remembers what is wrong with each of them. */
export class EnvironmentReader {
  readonly problems: string[] = [];

  constructor(private readonly environment: Environment) {}

  text(name: string): string | undefined {
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  integer(
    name: string,
    { fallback, min, max }: { fallback: number; min: number; max: number },
  ): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    this.problems.push(`${name} must be a whole number from ${min} to ${max}, not "${text}".`);
    return fallback;
  }

  optionalPort(name: string): number | undefined {
    if (this.text(name) === undefined) return undefined;
    return this.integer(name, { fallback: 0, min: 0, max: portMax });
  }

  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = choices.find((choice) => choice === text);
    if (value !== undefined) return value;
    this.problems.push(`${name} must be one of ${choices.join(', ')}, not "${text}".`);
    return fallback;
  }

  baseUrl(name: string, fallback: string): string {
    const text = this.text(name) ?? fallback;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search)
      return url.origin;
    this.problems.push(`${name} must be an http(s) address without a path, not "${text}".`);
    return fallback;
  }

  databaseUrl(name: string): DatabaseAddress {
    const url = this.text(name) ?? 'sqlite:./data/finvo.db';
    const dialect = /^(sqlite|mysql|mariadb):/.exec(url)?.[1] as Dialect | undefined;
    const named = dialect === 'sqlite' ? namesFile(url) : serverUrlNamesDatabase(url);
    if (dialect !== undefined && named) return { dialect, url };
    this.problems.push(
      `${name} must look like sqlite:./data/finvo.db, mysql://user:password@host:3306/finvo or mariadb://… (the value is not shown, as it may hold a password).`,
    );
    return { dialect: 'sqlite', url: 'sqlite:./data/finvo.db' };
  }

  smtpUrl(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined || isSmtpUrl(text)) return text;
    this.problems.push(
      `${name} must look like smtp://user:password@host:587 or smtps://… (the value is not shown, as it may hold a password).`,
    );
    return undefined;
  }

  redisUrl(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined || isRedisUrl(text)) return text;
    this.problems.push(
      `${name} must look like redis://user:password@host:6379/0 or rediss://… (the value is not shown, as it may hold a password).`,
    );
    return undefined;
  }

  secret(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined || text.length >= secretLengthMin) return text;
    this.problems.push(
      `${name} must have at least ${secretLengthMin} characters, such as those of "openssl rand -base64 32" (the value is not shown).`,
    );
    return undefined;
  }

  mailAddress(name: string, fallback: string): string {
    const text = this.text(name) ?? fallback;
    if (/^[^\s@<>",;:()]{1,64}@[^\s@<>",;()]+$/.test(text)) return text;
    this.problems.push(`${name} must be an e-mail address without a name, not "${text}".`);
    return fallback;
  }
}
