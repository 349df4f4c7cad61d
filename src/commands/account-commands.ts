import { randomBytes } from 'node:crypto';
import { type INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '../accounts/accounts.service.js';
import { callerOf } from '../accounts/browser.js';
import { ChangeEmailDto } from '../accounts/dto/email.dto.js';
import { SignupDto } from '../accounts/dto/sign-in.dto.js';
import { EmailChanges } from '../accounts/email-changes.js';
import { NewAccounts } from '../accounts/new-accounts.js';
import { PasswordsService } from '../accounts/passwords.service.js';
import { validRequest } from '../common/http/read-request.js';
import { TwoFactorService } from '../two-factor/two-factor.service.js';

/** Makes an account with its user and a password, which is told once. */
export async function createAccount(app: INestApplicationContext, words: readonly string[]) {
  const [email, organization] = words;
  const password = newPassword();
  const request = validRequest(SignupDto, { email, password, organization_name: organization });
  await app.get(NewAccounts).create(request);
  return `Account made.\nSign in with   ${request.email}\nPassword       ${password}`;
}

/** Gives a user a new password, which is told once; all sessions end. */
export async function resetPassword(app: INestApplicationContext, [email = '']: readonly string[]) {
  const accounts = app.get(AccountsService);
  const password = newPassword();
  await app.get(PasswordsService).set(await accounts.userOf(email), password);
  return `New password   ${password}\nAll sessions of ${email} have ended.`;
}

/** Gives a user another address without asking the present one; all sessions end. */
export async function changeEmail(
  app: INestApplicationContext,
  [email = '', next]: readonly string[],
) {
  const user = await app.get(AccountsService).userOf(email);
  const request = validRequest(ChangeEmailDto, { email: next });
  await app.get(EmailChanges).set(user, request.email);
  return `Sign in with   ${request.email.toLowerCase()}\nAll sessions of ${email} have ended.`;
}

/** Lets a user who has lost every second factor in by the password alone. */
export async function disableTwoFactor(
  app: INestApplicationContext,
  [email = '']: readonly string[],
) {
  const user = await app.get(AccountsService).userOf(email);
  const wasOn = await app.get(TwoFactorService).turnOff(callerOf(user), user.email);
  return wasOn
    ? `Two-factor log-in of ${user.email} is off: the password alone is enough now.`
    : `Two-factor log-in of ${user.email} was not on.`;
}

function newPassword(): string {
  return randomBytes(15).toString('base64url');
}
