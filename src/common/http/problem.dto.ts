import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Answer } from './fields.js';

export class FaultDto {
  @Answer({
    type: 'string',
    description: 'JSON pointer to the wrong place.',
    example: '/line_items/0/quantity',
  })
  pointer: string;
  @Answer({ type: 'string', description: 'Stable code of the fault.', example: 'not_a_number' })
  code: string;
  @Answer({ type: 'string', description: 'What is wrong.' }) message: string;
  @Answer({ type: 'string', optional: true, description: 'What to do.' }) hint?: string;
  @Answer({
    type: 'string',
    optional: true,
    description: 'The rule of an e-invoice format that is broken.',
    example: 'BR-DE-15',
  })
  rule?: string;
}

/** The body of every error (RFC 9457). */
export class ProblemDto {
  @Answer({
    type: 'string',
    description: 'URI of the kind of problem.',
    example: 'urn:finvo:problem:validation_failed',
  })
  type: string;
  @Answer({ type: 'string', description: 'The same for every occurrence of the code.' })
  title: string;
  @Answer({ type: 'integer', description: 'The HTTP status.', example: 422 }) status: number;
  @Answer({ type: 'string', description: 'What happened this time.' }) detail: string;
  @Answer({
    type: 'string',
    description: 'Stable code, see docs/errors.md.',
    example: 'validation_failed',
  })
  code: string;
  @Answer({ type: 'string', description: 'Also in X-Request-Id and in the log.' })
  request_id: string;
  @Answer({
    type: () => FaultDto,
    isArray: true,
    optional: true,
    description: 'Every fault of the request.',
  })
  errors?: FaultDto[];
}

const meanings = {
  400: 'The request cannot be read: malformed JSON, or credentials sent twice or in the URL.',
  401: 'No credentials, or credentials that are not valid. `WWW-Authenticate` says which.',
  403: 'The caller may not do this: another site, a closed sign-up, a suspended account or a log-in that is too old.',
  404: 'There is no such object in this account.',
  409: 'The request conflicts with what is stored.',
  413: 'The body is too large.',
  415: 'The body is not JSON in UTF-8.',
  422: 'The request is readable but has faults; all of them are listed.',
  429: 'Too many requests; `Retry-After` says in how many seconds the next one is taken.',
  503: 'The database or the renderer cannot take the request now; try again after `Retry-After`.',
} as const;

/** Documents the errors of a route; 503 can always happen. */
export function ApiProblems(
  ...statuses: (keyof typeof meanings)[]
): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ...[...statuses, 503 as const].map((status) =>
      ApiResponse({
        status,
        description: meanings[status],
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
      }),
    ),
  );
}
