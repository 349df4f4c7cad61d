import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { urlHost } from './addresses.js';
import { type DocumentStoreAddress, readDocumentStore } from './document-store.js';
import {
  type DatabaseAddress,
  type Dialect,
  type Environment,
  EnvironmentReader,
  portMax,
} from './environment-reader.js';

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
    /** How long requests are still taken after a signal to stop, so that a balancer can look away first. */
    readonly shutdownDelayMs: number;
  };
  readonly database: {
    readonly dialect: Dialect;
    readonly url: string;
    readonly connectionsMax: number;
    /** How long a server may leave a request without a connection, and a statement without an answer. */
    readonly timeoutMs: number;
    /** How long the start waits for a server that does not answer yet. */
    readonly waitMs: number;
  };
  readonly documents: {
    /** Where new PDFs are kept; unset means in the database. */
    readonly store: DocumentStoreAddress | undefined;
    /** How long that store may take for one operation, repetitions included. */
    readonly timeoutMs: number;
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

/** Beside the embedded database; with a server, in the folder where that would be. */
function secretFile({ dialect, url }: DatabaseAddress): string {
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
      shutdownDelayMs: read.integer('SHUTDOWN_DELAY_MS', { fallback: 0, min: 0, max: 15_000 }),
    },
    database: {
      ...database,
      connectionsMax: read.integer('DATABASE_CONNECTIONS', { fallback: 10, min: 2, max: 200 }),
      timeoutMs: read.integer('DATABASE_TIMEOUT_MS', { fallback: 10_000, min: 100, max: 300_000 }),
      waitMs: 1_000 * read.integer('DATABASE_WAIT_SECONDS', { fallback: 60, min: 0, max: 3_600 }),
    },
    documents: {
      store: readDocumentStore(read),
      timeoutMs:
        1_000 * read.integer('DOCUMENTS_TIMEOUT_SECONDS', { fallback: 10, min: 1, max: 60 }),
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
