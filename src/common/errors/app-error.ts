/** What went wrong, in the words of the domain; `problem.ts` maps each kind to an HTTP status. */
export type ErrorKind =
  | 'malformed'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'too_large'
  | 'unsupported_media_type'
  | 'invalid'
  | 'rate_limited'
  | 'unavailable';

/** One wrong place in a request: a JSON pointer (RFC 6901), a stable code, a sentence and a way out. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** Which rule of a format of e-invoices is broken, by its own id. */
  readonly rule?: string;
}

/**
 * The one error family. Knows no HTTP; `message` is shown to the caller, so it never holds a secret.
 * Every `code` is listed in docs/errors.md, which a test holds against the code.
 */
export abstract class AppError extends Error {
  abstract readonly kind: ErrorKind;
  abstract readonly code: string;
  /** Short text that is the same for every occurrence of the code (RFC 9457 "title"). */
  abstract readonly title: string;

  constructor(
    message: string,
    readonly faults?: readonly Fault[],
  ) {
    super(message);
  }

  /** Further members of the problem body, such as `revoked_at`. */
  extensions(): Readonly<Record<string, unknown>> {
    return {};
  }
}

/** The request is well-formed but its content is wrong (422); carries every fault found. */
export class InvalidRequest extends AppError {
  readonly kind = 'invalid';
  readonly code = 'validation_failed';
  readonly title = 'The request has faults';

  constructor(faults: readonly Fault[]) {
    super(
      faults.length === 1
        ? 'The request has 1 fault; nothing was stored.'
        : `The request has ${faults.length} faults; nothing was stored.`,
      faults,
    );
  }
}
