import fc from 'fast-check';
import { identifierFault } from '../../einvoice/codes/identifiers.js';

/** So many digits, the first of which is not 0. */
export function digits(length: number): fc.Arbitrary<string> {
  return fc
    .integer({ min: 10 ** (length - 1), max: 10 ** length - 1 })
    .map((number) => String(number));
}

/** What an identifier of a scheme (EAS, ICD) begins with, how many digits follow, and how many of them check it. */
interface Shape {
  readonly scheme: string;
  readonly prefix?: string;
  readonly length: number;
  readonly checks?: number;
}

/** Identifiers of a scheme; bodies for which it has no check digit, as one in eleven in Norway, are left out. */
export function checked({ scheme, prefix = '', length, checks = 1 }: Shape): fc.Arbitrary<string> {
  return digits(length - checks)
    .map((body) => withChecks(scheme, prefix + body, checks))
    .filter((identifier) => identifier !== undefined);
}

function withChecks(scheme: string, body: string, checks: number): string | undefined {
  for (let check = 0; check < 10 ** checks; check += 1) {
    const identifier = body + String(check).padStart(checks, '0');
    if (identifierFault(scheme, identifier) === undefined) return identifier;
  }
  return undefined;
}

/** Leitweg-IDs of places in Germany. */
export const leitwegIds: fc.Arbitrary<string> = fc
  .record({ place: digits(6), fine: digits(5) })
  .map(({ place, fine }) => withChecks('0204', `05${place}-${fine}-`, 2) ?? '');
