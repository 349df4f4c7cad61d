import { Secret, TOTP } from 'otpauth';

const seedBytes = 20;
const periodMs = 30_000;
/** How many steps a phone's clock may be early or late. */
const stepsOff = 1;

/** A new seed for an authenticator app: 160 random bits. */
export function newSeed(): Buffer {
  return Buffer.from(new Secret({ size: seedBytes }).bytes);
}

/** A seed as people type it into an app: base32, 32 characters. */
export function seedText(seed: Buffer): string {
  return secretOf(seed).base32;
}

/** A seed as an app scans it: an `otpauth:` address that names Finvo and the person's mail address. */
export function seedUri(seed: Buffer, email: string): string {
  return totpOf(seed, email).toString();
}

/**
 * The step of 30 seconds (since 1970) to which a code of six digits (spaces are left out) belongs, if that is the present one or
 * the one before or after it; else nothing.
 */
export function stepOfCode(seed: Buffer, code: string, nowMs: number): number | undefined {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = totpOf(seed).validate({ token, timestamp: nowMs, window: stepsOff });
  return delta === null ? undefined : Math.floor(nowMs / periodMs) + delta;
}

function totpOf(seed: Buffer, label = ''): TOTP {
  const period = periodMs / 1000;
  const secret = secretOf(seed);
  return new TOTP({ issuer: 'Finvo', label, algorithm: 'SHA1', digits: 6, period, secret });
}

function secretOf(seed: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(seed).buffer });
}
