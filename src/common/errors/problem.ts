import { HttpException } from '@nestjs/common';
import { AppError, type ErrorKind, type Fault } from './app-error.js';

/** The body of every error answer (RFC 9457), with Finvo's `code`, `request_id` and `errors`. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly request_id: string;
  readonly errors?: readonly Fault[];
}

/** HTTP status of each kind of error: the one place that knows. */
export const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  rate_limited: 429,
  unavailable: 503,
};

interface Named {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

/** What Fastify and Nest refuse by themselves, in our words. */
const refusals: Readonly<Record<number, Named>> = {
  400: {
    code: 'malformed_request',
    title: 'The request cannot be read',
    detail: 'The request cannot be read as HTTP with a JSON body in UTF-8.',
  },
  404: { code: 'not_found', title: 'Not found', detail: 'There is nothing at this address.' },
  413: {
    code: 'body_too_large',
    title: 'The body is too large',
    detail: 'The body of a request may have at most 1 MiB, that of a batch 10 MiB.',
  },
  415: {
    code: 'unsupported_media_type',
    title: 'Unsupported media type',
    detail: 'Send the body as application/json in UTF-8, without a Content-Encoding.',
  },
};

const internal: Named = {
  code: 'internal_error',
  title: 'Something went wrong on our side',
  detail:
    'The request failed because of an error in Finvo. The log has the details under the request id.',
};

/** The problem body of whatever was thrown; says nothing about errors that are ours. */
export function problemOf(thrown: unknown, requestId: string): ProblemBody {
  if (thrown instanceof AppError) {
    const named = { code: thrown.code, title: thrown.title, detail: thrown.message };
    return {
      ...body(statusOfKind[thrown.kind], named, requestId),
      ...thrown.extensions(),
      ...(thrown.faults && { errors: thrown.faults }),
    };
  }
  const status = refusedStatus(thrown);
  const named = refusals[status];
  return named === undefined ? body(500, internal, requestId) : body(status, named, requestId);
}

/** Whatever else a plugin refuses as the caller's fault is a request that cannot be read. */
function refusedStatus(thrown: unknown): number {
  const status = thrown instanceof HttpException ? thrown.getStatus() : 500;
  return status >= 400 && status < 500 && !(status in refusals) ? 400 : status;
}

function body(status: number, { code, title, detail }: Named, requestId: string): ProblemBody {
  return {
    type: `urn:finvo:problem:${code}`,
    title,
    status,
    detail,
    code,
    request_id: requestId,
  };
}
