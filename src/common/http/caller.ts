import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';

const userAgentMax = 200;

/** Where a request comes from, as far as the server can tell. */
export interface Origin {
  /** From the proxies that the operator trusts, and from nobody else. */
  readonly ip: string;
  /** What the client says it is. */
  readonly userAgent: string | null;
}

/** Who makes a request: an account, through one of its keys or one of its users. */
export interface Caller {
  readonly accountId: string;
  /** The id of the key or of the user. */
  readonly actorId: string;
  readonly source: 'api' | 'dashboard';
  /** None where no request was made: an operator at the command line. */
  readonly origin?: Origin;
}

/** A request that a guard has let through; `user` is the name that Passport gives it. */
export interface AuthenticatedRequest extends FastifyRequest {
  user?: Caller;
}

/** Where a request comes from. */
export function originOf({ ip, headers }: FastifyRequest): Origin {
  return { ip, userAgent: headers['user-agent']?.slice(0, userAgentMax) ?? null };
}

/** The caller that the route's guard has identified; its account is never taken from anywhere else. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const { user } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (user === undefined) throw new Error('A route reads its caller but has no guard.');
    return user;
  },
);
