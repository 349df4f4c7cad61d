import { hash, verify } from '@node-rs/argon2';
import { InvalidRequest } from '../common/errors/app-error.js';
import { type Check, type Problem, text } from '../common/http/checks.js';
import { isGuessable } from './guessable.js';

/** OWASP's first-line minimum for Argon2id, the library's default algorithm: 19 MiB, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const passwordLength = { min: 15, max: 128 } as const;
const distinctCharactersMin = 5;

/** NFKC, so that one password typed on two keyboards is the same text (NIST SP 800-63B). */
const normalized = (password: string) => password.normalize('NFKC');

export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), parameters);
}

/** Whether the password belongs to the hash; takes as long for a wrong password as for a right one. */
export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, normalized(password));
}

let unknownUserHash: Promise<string> | undefined;

/** Spends the time of a verification, so that an unknown mail cannot be told by the clock. */
export async function spendVerification(password: string): Promise<void> {
  unknownUserHash ??= hashPassword('no user has this password');
  await verifyPassword(await unknownUserHash, password);
}

const asText = text({ max: passwordLength.max });

/** Length is what counts; no rules on kinds of characters (NIST SP 800-63B §3.1.1.2). */
export const newPassword: Check = (value) => {
  const problem = asText(value);
  if (problem !== undefined) return problem;
  const password = normalized(value as string);
  if (password.length < passwordLength.min) {
    return {
      code: 'password_too_short',
      message: `The password needs at least ${passwordLength.min} characters.`,
      hint: 'Four random words are easy to remember and hard to guess.',
    };
  }
  if (new Set(password).size < distinctCharactersMin)
    return { code: 'password_too_simple', message: 'The password repeats only a few characters.' };
  return isGuessable(password, [productName]) ? guessable : undefined;
};

const productName = 'finvo';

/**
 * Refuses a new password that is made of words about its owner, such as the name of the organization.
 * @throws InvalidRequest
 */
export function expectNotOwnersWords(
  { password, pointer }: { password: string; pointer: string },
  { email, organizationName }: { email: string; organizationName: string },
): void {
  const [localPart = ''] = email.split('@', 1);
  if (isGuessable(password, [productName, organizationName, localPart]))
    throw new InvalidRequest([{ pointer, ...guessable }]);
}

/** What is wrong with a password that a guesser would come to soon. */
const guessable: Problem = {
  code: 'password_guessable',
  message: 'This password is made of common words, names, repetitions or rows of keys.',
  hint: 'Four random words are easy to remember and hard to guess.',
};
