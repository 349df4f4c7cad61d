import { errorOf, FinvoError } from './finvo-error.js';
import { isAborted, pause } from './waiting.js';

/** Where the server is and how patient the client should be. */
export interface FinvoOptions {
  /** Such as `https://invoices.example.com`. */
  readonly baseUrl: string;
  /** Generated in the dashboard under Settings → API Keys. */
  readonly apiKey: string;
  /** How long one attempt may take, in milliseconds (60,000). */
  readonly timeoutMs?: number;
  /** How often a request is sent again after a failure that may pass (3). */
  readonly retries?: number;
  /** Used in place of the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** What a single call may do differently. */
export interface CallOptions {
  /** Ends the call, its waiting between attempts included. */
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly retries?: number;
}

/** A request as it is sent. */
export interface Outgoing {
  readonly method: string;
  readonly path: string;
  readonly accept: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string | undefined;
  /** Sent twice it does no more than sent once. */
  readonly isRepeatable: boolean;
}

const longestWaitMs = 60_000;
const passing = new Set([502, 503, 504]);

/** Sends requests, each as often as is safe and sensible. */
export class Connection {
  readonly #options: FinvoOptions;
  readonly #baseUrl: string;

  constructor(options: FinvoOptions) {
    if (!/^https?:\/\//.test(options.baseUrl))
      throw new TypeError('baseUrl must begin with http:// or https://.');
    if (!/^[\x21-\x7e]+$/.test(options.apiKey)) throw new TypeError('apiKey is missing.');
    this.#options = options;
    this.#baseUrl = options.baseUrl.replace(/\/+$/, '');
  }

  /**
   * The answer of a success, read by `read`. Refusals for the moment (429) are sent again; 502, 503, 504 and
   * broken connections only where sending twice does no harm.
   * @throws FinvoError, or the reason of `signal`
   */
  async send<T>(
    outgoing: Outgoing,
    options: CallOptions,
    read: (answer: Response) => Promise<T>,
  ): Promise<T> {
    const retries = options.retries ?? this.#options.retries ?? 3;
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#attempt(outgoing, options, read);
      } catch (error) {
        if (!(error instanceof FinvoError)) throw error;
        const waitMs = error.retryAfterMs ?? backoffMs(attempt);
        const isLast = attempt >= retries || waitMs > longestWaitMs;
        if (isLast || !mayPass(error, outgoing)) throw error;
        await pause(waitMs, options.signal);
      }
    }
  }

  async #attempt<T>(
    outgoing: Outgoing,
    options: CallOptions,
    read: (answer: Response) => Promise<T>,
  ): Promise<T> {
    const timeoutMs = options.timeoutMs ?? this.#options.timeoutMs ?? 60_000;
    const timeout = AbortSignal.timeout(timeoutMs);
    const { signal } = options;
    const ends = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    try {
      const answer = await this.#fetch(outgoing, ends);
      if (!answer.ok) throw await errorOf(answer);
      return await read(answer);
    } catch (cause) {
      if (isAborted(signal)) throw signal?.reason;
      if (cause instanceof FinvoError) throw cause;
      if (timeout.aborted)
        throw failure(`No answer within ${String(timeoutMs)} ms.`, 'timed_out', cause);
      throw failure(`${this.#baseUrl} cannot be reached.`, 'connection_failed', cause);
    }
  }

  #fetch(outgoing: Outgoing, signal: AbortSignal): Promise<Response> {
    const { method, path, accept, body, idempotencyKey } = outgoing;
    const isJson = body !== undefined && !(body instanceof FormData);
    const headers: Record<string, string> = {
      accept,
      authorization: `Bearer ${this.#options.apiKey}`,
      ...(isJson && { 'content-type': 'application/json' }),
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    };
    const init = body === undefined ? {} : { body: isJson ? JSON.stringify(body) : body };
    // A key must not follow a redirect to another place.
    const request = { method, headers, signal, redirect: 'manual' as const, ...init };
    return (this.#options.fetch ?? fetch)(this.#baseUrl + path, request);
  }
}

function failure(message: string, code: string, cause: unknown): FinvoError {
  return new FinvoError(message, { status: 0, code, cause });
}

function mayPass({ status }: FinvoError, { isRepeatable }: Outgoing): boolean {
  return status === 429 || (isRepeatable && (status === 0 || passing.has(status)));
}

/** Half a second, doubled each time; a random part keeps many clients from coming back at once. */
function backoffMs(attempt: number): number {
  return 500 * 2 ** attempt * (0.5 + Math.random() / 2);
}
