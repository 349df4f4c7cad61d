/** One fault of a request: where it is, what it is and what helps. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** The rule of an e-invoice format that is broken. */
  readonly rule?: string;
}

interface ProblemDetails {
  /** HTTP status; 0 when no answer arrived. */
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly faults?: readonly Fault[];
  readonly requestId?: string | undefined;
}

/** What the server says when a request fails (RFC 9457), or what the browser says when none arrives. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly faults: readonly Fault[];
  readonly requestId: string | undefined;

  constructor({ status, code, detail, faults = [], requestId }: ProblemDetails) {
    super(detail);
    this.status = status;
    this.code = code;
    this.faults = faults;
    this.requestId = requestId;
  }
}

interface ProblemBody {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly Fault[];
  readonly request_id?: string;
}

/** Reads a problem answer; also one that a proxy has written as something else. */
export function problemOf(body: unknown, status: number): ApiProblem {
  const { code, detail, errors, request_id: requestId } = (body ?? {}) as ProblemBody;
  if (code === undefined || detail === undefined) {
    const text = `The server answered ${status}. Try again.`;
    return new ApiProblem({ status, code: 'unexpected_answer', detail: text });
  }
  return new ApiProblem({ status, code, detail, faults: errors ?? [], requestId });
}

/** Whether nothing but the rules of an e-invoice stands in the way. */
export function isUnready({ faults }: ApiProblem): boolean {
  return faults.length > 0 && faults.every(({ code }) => code === 'e_invoice_rule');
}

/** The server could not be reached at all. */
export function unreachable(): ApiProblem {
  return new ApiProblem({
    status: 0,
    code: 'unreachable',
    detail:
      'Finvo cannot be reached. Check your connection and try again; nothing you typed is lost.',
  });
}

/** Any thrown thing as a problem that can be shown. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ApiProblem({ status: 0, code: 'unexpected', detail });
}
