import { type Fault, type Problem } from './shapes.js';

interface Details extends ErrorOptions {
  readonly status: number;
  readonly code: string;
  readonly requestId?: string | undefined;
  readonly errors?: readonly Fault[] | undefined;
  readonly retryAfterMs?: number | undefined;
}

/** Every failure of a call but one that its own AbortSignal ended. */
export class FinvoError extends Error {
  override readonly name = 'FinvoError';
  /** The HTTP status; 0 when no answer arrived. */
  readonly status: number;
  /** The stable code of the problem; `connection_failed`, `timed_out`, `unexpected_answer` or `batch_not_done` when the client noticed it. */
  readonly code: string;
  /** Names the request in the server's log. */
  readonly requestId: string | undefined;
  /** Every fault of the request, each with a JSON pointer. */
  readonly errors: readonly Fault[];
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, { status, code, requestId, errors, retryAfterMs, cause }: Details) {
    super(message, { cause });
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.errors = errors ?? [];
    this.retryAfterMs = retryAfterMs;
  }
}

/** The error of an answer that is no success, whatever its body is. */
export async function errorOf(answer: Response): Promise<FinvoError> {
  const text = await answer.text().catch(() => '');
  const problem = problemIn(text);
  const { status, headers } = answer;
  const retryAfterMs = waitOf(headers.get('retry-after'));
  const requestId = problem?.request_id ?? headers.get('x-request-id') ?? undefined;
  if (problem === undefined) return unexpected(answer);
  const faults = (problem.errors ?? []).map(({ pointer, message }) => `${pointer}: ${message}`);
  return new FinvoError([problem.detail, ...faults].join('\n'), {
    status,
    code: problem.code,
    requestId,
    errors: problem.errors,
    retryAfterMs,
  });
}

/** The error of an answer that Finvo does not give, such as a page of a proxy. */
export function unexpected({ status, headers }: Response): FinvoError {
  const type = headers.get('content-type') ?? 'no content type';
  return new FinvoError(`The server answered ${String(status)} with ${type}; is it a Finvo?`, {
    status,
    code: 'unexpected_answer',
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfterMs: waitOf(headers.get('retry-after')),
  });
}

function problemIn(text: string): Problem | undefined {
  try {
    const value = JSON.parse(text) as Partial<Problem> | null;
    return typeof value?.code === 'string' && typeof value.detail === 'string'
      ? (value as Problem)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Retry-After is a number of seconds or a date. */
function waitOf(field: string | null): number | undefined {
  if (field === null) return undefined;
  const ms = /^\d+$/.test(field) ? Number(field) * 1000 : Date.parse(field) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
