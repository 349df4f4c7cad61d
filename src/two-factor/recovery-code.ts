import { createHash, randomBytes } from 'node:crypto';
import { Secret } from 'otpauth';

/** How many codes a person gets at a time. */
export const recoveryCodesMax = 10;
/** 120 bits, which are 24 characters of base32. */
const codeBytes = 15;

/** A new recovery code in groups of four, such as `ABCD-EFGH-…`; the database keeps only its hash. */
export function newRecoveryCode(): string {
  const { base32 } = new Secret({ buffer: new Uint8Array(randomBytes(codeBytes)).buffer });
  return base32.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** Whether what somebody typed has the form of a recovery code, in whatever groups and case. */
export function isRecoveryCode(typed: string): boolean {
  return /^[A-Z2-7]{24}$/.test(bare(typed));
}

/** What is stored of a recovery code. It has more than 112 random bits, so a plain hash is enough. */
export function recoveryCodeHash(typed: string): string {
  return createHash('sha256').update(bare(typed)).digest('hex');
}

function bare(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '').toUpperCase();
}
