import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { isRedisUrl, isSmtpUrl, namesFile, serverUrlNamesDatabase, urlHost } from './addresses.js';

/** Which SQL a database speaks; MariaDB and MySQL differ only for TypeORM's drift check. */
export type Dialect = 'sqlite' | 'mysql' | 'mariadb';

export const logLevels = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything an operator can set, checked and frozen at start (docs/architecture.md, "Configuration"). */
export interface AppConfig {
  readonly http: {
    readonly port: number;
    readonly host: string;
    readonly baseUrl: string;
    readonly trustedProxyHops: number;
    readonly bodyBytesMax: number;
  };
  readonly database: {
    readonly dialect: Dialect;
    readonly url: string;
    readonly connectionsMax: number;
  };
  readonly accounts: { readonly signupOpen: boolean };
  readonly mail: {
    /** Where mail is handed in; unset means that this installation sends none. */
    readonly smtpUrl: string | undefined;
    /** The address that mail comes from. */
    readonly from: string;
    /** How long the mail server may leave a command without an answer. */
    readonly timeoutMs: number;
  };
  readonly webhooks: {
    /** Whether webhooks may go to this machine and to private networks, and without TLS. */
    readonly allowPrivate: boolean;
  };
  readonly pdf: {
    readonly renderThreads: number;
    readonly fontsDirectory: string | undefined;
    /** Folder with layouts of the operator. */
    readonly templatesDirectory: string | undefined;
    /** How long one of them may compute for one document. */
    readonly templateTimeoutMs: number;
  };
  readonly limits: {
    /** Requests that an account may send in a minute; 0 turns every limiter off. */
    readonly requestsPerMinute: number;
    /** Where several processes count together; unset means that each counts for itself. */
    readonly redisUrl: string | undefined;
  };
  readonly secret: {
    /** What seeds of two-factor log-in and secrets of webhooks are sealed with; unset means that a file holds it. */
    readonly text: string | undefined;
    /** That file, beside the embedded database. */
    readonly file: string;
  };
  readonly metrics: {
    /** Where Prometheus may read figures, on the host of `http`; unset means nowhere. */
    readonly port: number | undefined;
  };
  readonly logLevel: LogLevel;
}

/** Every problem of the environment in one message, so that an operator mends them in one go. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `Finvo cannot start with this configuration:\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    );
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one variable after the other and remembers what is wrong with each of them. */
class EnvironmentReader {
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

  databaseUrl(name: string): { dialect: Dialect; url: string } {
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

const secretLengthMin = 32;
const portMax = 65_535;

/** Beside the embedded database; with a server, in the folder where that would be. */
function secretFile({ dialect, url }: { dialect: Dialect; url: string }): string {
  const folder = dialect === 'sqlite' ? dirname(url.slice('sqlite:'.length)) : './data';
  return join(folder, 'finvo.secret');
}

function mailConfig(read: EnvironmentReader, baseUrl: string): AppConfig['mail'] {
  return {
    smtpUrl: read.smtpUrl('SMTP_URL'),
    from: read.mailAddress('MAIL_FROM', `finvo@${new URL(baseUrl).hostname}`),
    timeoutMs: 1_000 * read.integer('SMTP_TIMEOUT_SECONDS', { fallback: 30, min: 1, max: 60 }),
  };
}

function pdfConfig(read: EnvironmentReader): AppConfig['pdf'] {
  return {
    renderThreads: read.integer('RENDER_THREADS', {
      fallback: Math.min(availableParallelism(), 8),
      min: 1,
      max: 64,
    }),
    fontsDirectory: read.text('FONTS_DIR'),
    templatesDirectory: read.text('TEMPLATES_DIR'),
    templateTimeoutMs: read.integer('TEMPLATE_TIMEOUT_MS', {
      fallback: 5_000,
      min: 100,
      max: 60_000,
    }),
  };
}

/**
 * Turns environment variables (design: "Configuration") into one frozen object.
 * @throws ConfigError naming every variable that cannot be used
 */
export function loadConfig(environment: Environment): AppConfig {
  const read = new EnvironmentReader(environment);
  const port = read.integer('PORT', { fallback: 3000, min: 0, max: portMax });
  const host = read.text('HOST') ?? '127.0.0.1';
  const baseUrl = read.baseUrl('BASE_URL', `http://${urlHost(host)}:${port}`);
  const database = read.databaseUrl('DATABASE_URL');
  const config: AppConfig = {
    http: {
      port,
      host,
      baseUrl,
      trustedProxyHops: read.integer('TRUST_PROXY', { fallback: 0, min: 0, max: 10 }),
      bodyBytesMax: 1_048_576,
    },
    database: {
      ...database,
      connectionsMax: read.integer('DATABASE_CONNECTIONS', { fallback: 10, min: 2, max: 200 }),
    },
    accounts: { signupOpen: read.choice('SIGNUP', ['open', 'closed'], 'open') === 'open' },
    mail: mailConfig(read, baseUrl),
    webhooks: {
      allowPrivate: read.choice('WEBHOOKS_ALLOW_PRIVATE', ['on', 'off'], 'off') === 'on',
    },
    pdf: pdfConfig(read),
    limits: {
      requestsPerMinute: read.integer('RATE_LIMIT_PER_MINUTE', {
        fallback: 12_000,
        min: 0,
        max: 1_000_000,
      }),
      redisUrl: read.redisUrl('REDIS_URL'),
    },
    secret: { text: read.secret('FINVO_SECRET'), file: secretFile(database) },
    metrics: { port: read.optionalPort('METRICS_PORT') },
    logLevel: read.choice('LOG_LEVEL', logLevels, 'log'),
  };
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  for (const group of Object.values(config)) Object.freeze(group);
  return Object.freeze(config);
}
