import { expect } from '@jest/globals';
import request, { type Response } from 'supertest';
import { Secret, TOTP } from 'otpauth';
import { type RunningApp } from './app.js';
import { type TestAuthenticator } from './authenticator.js';
import { cookieOf, type TestAccount } from './factories.js';
import { logIn, type LogIn } from './sign-in.js';

const stepMs = 30_000;

/** An authenticator app with the secret of an account, and the codes of its user. */
export interface TestApp {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  /** The code that the app shows now, or so many steps of 30 seconds later. */
  code(stepsLater?: number): string;
}

/** The code that an app with this secret shows now, or so many steps of 30 seconds later. */
export function codeOf(
  { clock }: Pick<RunningApp, 'clock'>,
  secret: string,
  stepsLater = 0,
): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: clock.now().getTime() + stepsLater * stepMs });
}

/** Turns two-factor log-in on, as a person would; the next code works 30 seconds later, to which the clock moves. */
export async function turnOn(
  running: RunningApp,
  account: Pick<TestAccount, 'session'>,
): Promise<TestApp> {
  const post = (path: string) =>
    request(running.url).post(`/dashboard/two-factor${path}`).set(account.session);
  const begun = await post('').expect(201);
  const secret = begun.body.secret as string;
  const code = (stepsLater = 0) => codeOf(running, secret, stepsLater);
  const confirmed = await post('/confirm').send({ code: code() }).expect(200);
  running.clock.advanceMs(stepMs);
  return { secret, recoveryCodes: confirmed.body.recovery_codes as string[], code };
}

/** Tries to log in with a second factor, in a browser without cookies unless they are named. */
export function logInWith(
  running: Pick<RunningApp, 'url'>,
  { email, password }: Pick<LogIn, 'email' | 'password'>,
  code: unknown,
  from: Pick<LogIn, 'ip' | 'cookie'> = {},
): request.Test {
  return logIn(running, { email, password, ...from }).send({ email, password, code });
}

/** Header fields of requests in the session that an answer has begun. */
export function sessionOf(answer: Response, { session }: TestAccount): Record<string, string> {
  return { ...session, cookie: cookieOf(answer.headers['set-cookie']) };
}

/** Adds a passkey of a device to an account, and answers its id. */
export async function addPasskey(
  { url }: Pick<RunningApp, 'url'>,
  { session }: Pick<TestAccount, 'session'>,
  device: TestAuthenticator,
): Promise<string> {
  const post = (path: string) => request(url).post(`/dashboard/passkeys${path}`).set(session);
  const { body } = await post('/options').expect(200);
  const added = await post('').send({ name: 'Laptop', response: device.create(body.options) });
  expect(added.status).toBe(201);
  return added.body.id as string;
}
