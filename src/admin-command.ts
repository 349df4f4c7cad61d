import { type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import {
  changeEmail,
  createAccount,
  disableTwoFactor,
  resetPassword,
} from './commands/account-commands.js';
import { backup, restoreBackup } from './commands/backup-commands.js';
import { type Command, type CommandEntry, FaultsFound } from './commands/command.js';
import { moveDocuments, orphanedDocuments } from './commands/document-commands.js';
import { createKey, revokeKey } from './commands/key-commands.js';
import { checkTemplates } from './commands/templates-command.js';
import { verify } from './commands/verify-command.js';
import { AppError } from './common/errors/app-error.js';
import { Clock } from './common/time/clock.js';
import { ConfigError, loadConfig } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { type Environment } from './config/environment-reader.js';
import { PdfModule } from './pdf/pdf.module.js';

/** The words after the command's name are not those that it takes. */
class UsageError extends Error {}

const commands: Readonly<Record<string, CommandEntry>> = {
  'account:create': {
    usage: '<e-mail> <organization>',
    words: 2,
    run: inApplication(createAccount),
  },
  'user:reset-password': { usage: '<e-mail>', words: 1, run: inApplication(resetPassword) },
  'user:change-email': {
    usage: '<e-mail> <new e-mail>',
    words: 2,
    run: inApplication(changeEmail),
  },
  'user:disable-two-factor': { usage: '<e-mail>', words: 1, run: inApplication(disableTwoFactor) },
  'key:create': { usage: '<e-mail> <name>', words: 2, run: inApplication(createKey) },
  'key:revoke': { usage: '<finvo_sk_…>', words: 1, run: inApplication(revokeKey) },
  'documents:move': {
    usage: '[database]',
    words: 0,
    optionalWords: 1,
    run: inApplication(moveDocuments),
  },
  'documents:orphans': {
    usage: '[delete]',
    words: 0,
    optionalWords: 1,
    run: inApplication(orphanedDocuments),
  },
  verify: { usage: '', words: 0, run: inApplication(verify) },
  backup: { usage: '<new file>', words: 1, run: backup },
  restore: { usage: '<file of a backup>', words: 1, run: restoreBackup },
  'templates:check': {
    usage: '<folder for the PDFs>',
    words: 1,
    run: inLayouts(checkTemplates),
  },
};

function usage(): string {
  const lines = Object.entries(commands).map(([name, { usage: words }]) => `  ${name} ${words}`);
  return `Usage: npm run finvo -- <command>\n\n${lines.join('\n')}\n\nWorks on the database of DATABASE_URL.`;
}

function takes({ words, optionalWords = 0 }: CommandEntry, given: number): boolean {
  return given >= words && given <= words + optionalWords;
}

async function run(
  [name = '', ...words]: readonly string[],
  environment: Environment,
): Promise<string> {
  const command = commands[name];
  if (command === undefined || !takes(command, words.length)) throw new UsageError(usage());
  // An operator at the keyboard is told at once.
  return command.run(loadConfig({ DATABASE_WAIT_SECONDS: '0', ...environment }), words);
}

/** The whole application, on the database of its configuration. */
function inApplication(command: Command): CommandEntry['run'] {
  return (config, words) => inModule(AppModule.forRoot(config, new Clock()), command, words);
}

/** The part that is about layouts alone and needs no database. */
function inLayouts(command: Command): CommandEntry['run'] {
  return (config, words) =>
    inModule({ module: PdfModule, imports: [ConfigModule.forRoot(config)] }, command, words);
}

async function inModule(
  module: DynamicModule,
  command: Command,
  words: readonly string[],
): Promise<string> {
  const app = await NestFactory.createApplicationContext(module, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    return await command(app, words);
  } finally {
    await app.close();
  }
}

/** What a command has to say: a text, or the error itself when it is a fault of ours. */
export interface Outcome {
  readonly succeeded: boolean;
  readonly said: unknown;
}

/** Runs the command of these words on the database of `DATABASE_URL`; answers instead of throwing. */
export async function adminCommand(
  words: readonly string[],
  environment: Environment,
): Promise<Outcome> {
  try {
    return { succeeded: true, said: await run(words, environment) };
  } catch (error) {
    const ours =
      error instanceof AppError ||
      error instanceof ConfigError ||
      error instanceof UsageError ||
      error instanceof FaultsFound;
    return {
      succeeded: false,
      said: ours ? [error.message, ...faultLines(error)].join('\n') : error,
    };
  }
}

function faultLines(error: Error): string[] {
  if (!(error instanceof AppError)) return [];
  return (error.faults ?? []).map(({ pointer, message }) => `  ${pointer} ${message}`);
}
