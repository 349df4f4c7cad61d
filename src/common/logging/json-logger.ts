import { type LoggerService, type LogLevel } from '@nestjs/common';
import { type Logger, pino, stdTimeFunctions } from 'pino';
import { loggable } from '../errors/loggable.js';

/** The names that log collectors know, for those of LOG_LEVEL. */
const collectorLevels = {
  fatal: 'fatal',
  error: 'error',
  warn: 'warn',
  log: 'info',
  debug: 'debug',
  verbose: 'trace',
} as const satisfies Record<LogLevel, string>;

/** Nest tells of an error of the start under this name and throws it on; whoever started it tells it in its words. */
const startErrors = 'ExceptionHandler';

/** Console streams write before they return on Linux, so the last words of a process are not lost. */
const output = { write: (line: string) => process.stdout.write(line) };

/**
 * Writes one JSON object per line: `level`, `time` (ISO 8601 in UTC), `pid`, `context` (who speaks),
 * `message`, and what the record is about (docs/decisions/0047). Of errors only what `loggable` leaves.
 */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  /** `level` is the least important one that is written. */
  constructor(level: LogLevel) {
    this.pino = pino(
      {
        level: collectorLevels[level],
        base: { pid: process.pid },
        timestamp: stdTimeFunctions.isoTime,
        messageKey: 'message',
        formatters: { level: (label) => ({ level: label }) },
        serializers: { error: errorFields },
      },
      output,
    );
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('log', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('verbose', message, rest);
  }

  /** Nest hands the speaker's name in as the last parameter. */
  private write(level: LogLevel, message: unknown, rest: unknown[]): void {
    const name = collectorLevels[level];
    if (!this.pino.isLevelEnabled(name)) return;
    const context = typeof rest.at(-1) === 'string' ? rest.pop() : undefined;
    if (context === startErrors) return;
    this.pino[name](Object.assign({ context }, ...[message, ...rest].map(fieldsOf)));
  }
}

/** What a part of a record adds to it: a text is its message, or the stack that Nest hands in after it. */
function fieldsOf(part: unknown, index: number): object {
  if (part instanceof Error) return { ...(index === 0 && { message: part.message }), error: part };
  if (typeof part === 'object' && part !== null) return part;
  return part === undefined ? {} : { [index === 0 ? 'message' : 'stack']: part };
}

/** An error as fields; `type` is the name of its class. */
function errorFields(thrown: unknown): unknown {
  const shown = loggable(thrown);
  if (!(shown instanceof Error)) return shown;
  const { name, message, stack, cause, code } = shown as Error & { code?: string };
  return {
    type: name,
    message,
    code,
    stack,
    ...(cause !== undefined && { cause: errorFields(cause) }),
  };
}
