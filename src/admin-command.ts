import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountsService } from './accounts/accounts.service.js';
import { ChangeEmailDto } from './accounts/dto/email.dto.js';
import { callerOf } from './accounts/browser.js';
import { SignupDto } from './accounts/dto/sign-in.dto.js';
import { EmailChanges } from './accounts/email-changes.js';
import { NewAccounts } from './accounts/new-accounts.js';
import { PasswordsService } from './accounts/passwords.service.js';
import { AppModule } from './app.module.js';
import { AppError } from './common/errors/app-error.js';
import { validRequest } from './common/http/read-request.js';
import { Clock } from './common/time/clock.js';
import { type AppConfig, ConfigError, loadConfig } from './config/config.js';
import { APP_CONFIG, ConfigModule } from './config/config.module.js';
import { CreateKeyDto } from './keys/dto/key.dto.js';
import { VerificationService } from './invoices/verification/verification.service.js';
import { KeysService } from './keys/keys.service.js';
import { OwnTemplates } from './pdf/own/own-templates.js';
import { readTemplateFolder } from './pdf/own/template-folder.js';
import { PdfModule } from './pdf/pdf.module.js';
import { TwoFactorService } from './two-factor/two-factor.service.js';

/** The words after the command's name are not those that it takes. */
class UsageError extends Error {}

/** What was looked at has faults, which the message tells. */
class FaultsFound extends Error {}

/** Beyond these, the first ones say enough. */
const findingsMax = 100;

type Environment = Readonly<Record<string, string | undefined>>;
type Command = (app: INestApplicationContext, words: readonly string[]) => Promise<string>;

interface CommandEntry {
  readonly usage: string;
  readonly words: number;
  readonly run: Command;
  /** Whether it is about layouts alone and needs no database. */
  readonly withoutDatabase?: boolean;
}

const commands: Readonly<Record<string, CommandEntry>> = {
  'account:create': { usage: '<e-mail> <organization>', words: 2, run: createAccount },
  'user:reset-password': { usage: '<e-mail>', words: 1, run: resetPassword },
  'user:change-email': { usage: '<e-mail> <new e-mail>', words: 2, run: changeEmail },
  'user:disable-two-factor': { usage: '<e-mail>', words: 1, run: disableTwoFactor },
  'key:create': { usage: '<e-mail> <name>', words: 2, run: createKey },
  'key:revoke': { usage: '<finvo_sk_…>', words: 1, run: revokeKey },
  verify: { usage: '', words: 0, run: verify },
  'templates:check': {
    usage: '<folder for the PDFs>',
    words: 1,
    run: checkTemplates,
    withoutDatabase: true,
  },
};

async function createAccount(app: INestApplicationContext, words: readonly string[]) {
  const [email, organization] = words;
  const password = newPassword();
  const request = validRequest(SignupDto, { email, password, organization_name: organization });
  await app.get(NewAccounts).create(request);
  return `Account made.\nSign in with   ${request.email}\nPassword       ${password}`;
}

async function resetPassword(app: INestApplicationContext, [email = '']: readonly string[]) {
  const accounts = app.get(AccountsService);
  const password = newPassword();
  await app.get(PasswordsService).set(await accounts.userOf(email), password);
  return `New password   ${password}\nAll sessions of ${email} have ended.`;
}

async function changeEmail(app: INestApplicationContext, [email = '', next]: readonly string[]) {
  const user = await app.get(AccountsService).userOf(email);
  const request = validRequest(ChangeEmailDto, { email: next });
  await app.get(EmailChanges).set(user, request.email);
  return `Sign in with   ${request.email.toLowerCase()}\nAll sessions of ${email} have ended.`;
}

async function disableTwoFactor(app: INestApplicationContext, [email = '']: readonly string[]) {
  const user = await app.get(AccountsService).userOf(email);
  const wasOn = await app.get(TwoFactorService).turnOff(callerOf(user), user.email);
  return wasOn
    ? `Two-factor log-in of ${user.email} is off: the password alone is enough now.`
    : `Two-factor log-in of ${user.email} was not on.`;
}

async function createKey(app: INestApplicationContext, [email = '', name]: readonly string[]) {
  const user = await app.get(AccountsService).userOf(email);
  const request = validRequest(CreateKeyDto, { name });
  const caller = { accountId: user.accountId, actorId: user.id, source: 'dashboard' } as const;
  const { secret } = await app.get(KeysService).generate(caller, request);
  return `API key        ${secret}\nIt cannot be shown again: store it now.`;
}

async function revokeKey(app: INestApplicationContext, [secret = '']: readonly string[]) {
  const keys = app.get(KeysService);
  const caller = await keys.verify(secret);
  await keys.revoke(caller, caller.actorId);
  return `Revoked ${caller.actorId}: it is refused from now on.`;
}

/** Recalculates every stored invoice, hashes every PDF and walks through every series; changes nothing. */
async function verify(app: INestApplicationContext) {
  const verification = app.get(VerificationService);
  const verified = { invoices: 0, documents: 0, series: 0 };
  const findings: string[] = [];
  let found = 0;
  for await (const accountId of app.get(AccountsService).ids()) {
    for await (const finding of verification.findings(accountId, verified)) {
      found += 1;
      if (findings.length < findingsMax) findings.push(finding);
    }
  }
  const { invoices, documents, series } = verified;
  const looked = `${invoices} invoices, ${documents} PDFs and ${series} series were looked at`;
  if (found === 0) return `${looked}: all of them are right.`;
  const rest = found > findings.length ? [`and ${found - findings.length} more`] : [];
  throw new FaultsFound([...findings, ...rest, `${looked}: ${found} faults.`].join('\n'));
}

/** Renders the examples in each layout of TEMPLATES_DIR, so that its author sees what it makes of them. */
async function checkTemplates(app: INestApplicationContext, [folder = '']: readonly string[]) {
  const templates = app.get(OwnTemplates);
  await templates.use(readTemplateFolder(app.get<AppConfig>(APP_CONFIG).pdf.templatesDirectory));
  const lines = templates.names.map(async (name) => {
    const problem = templates.problemOf(name);
    if (problem !== undefined) return `${name}: ${problem}`;
    const file = join(folder, `${name}.pdf`);
    await writeFile(file, await templates.example(name));
    return `${name}: ${file}`;
  });
  if (lines.length === 0)
    return 'There is no layout: TEMPLATES_DIR names no folder that holds one.';
  const report = (await Promise.all(lines)).join('\n');
  if (templates.names.some((name) => templates.problemOf(name) !== undefined)) {
    throw new FaultsFound(report);
  }
  return report;
}

function newPassword(): string {
  return randomBytes(15).toString('base64url');
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, { usage: words }]) => `  ${name} ${words}`);
  return `Usage: npm run finvo -- <command>\n\n${lines.join('\n')}\n\nWorks on the database of DATABASE_URL.`;
}

async function run(
  [name = '', ...words]: readonly string[],
  environment: Environment,
): Promise<string> {
  const command = commands[name];
  if (command?.words !== words.length) throw new UsageError(usage());
  const config = loadConfig(environment);
  const module = command.withoutDatabase
    ? { module: PdfModule, imports: [ConfigModule.forRoot(config)] }
    : AppModule.forRoot(config, new Clock());
  const app = await NestFactory.createApplicationContext(module, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    return await command.run(app, words);
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
