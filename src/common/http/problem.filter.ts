import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { translateDatabaseError } from '../database/database-errors.js';
import { AppError } from '../errors/app-error.js';
import { loggable } from '../errors/loggable.js';
import { problemOf } from '../errors/problem.js';
import { MethodNotAllowed, RouteNotFound } from './http-errors.js';
import { type RouteTable } from './route-table.js';

declare module 'fastify' {
  interface FastifyReply {
    /** The code of the problem that is answered, if one is. */
    problemCode?: string;
  }
}

/** An error that says which header fields its answer carries, such as `WWW-Authenticate`. */
export interface HasHeaders {
  headers(): Readonly<Record<string, string>>;
}

/** Writes every error of every path as application/problem+json (RFC 9457). */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(private readonly routes: RouteTable) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Answers `thrown`; also used where Fastify refuses a request before it has a route. */
  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = translateDatabaseError(this.named(thrown, request));
    const problem = problemOf(error, request.id);
    if (problem.status >= 500) this.logger.error(loggable(error), { request_id: request.id });
    if (reply.sent) return;
    reply.problemCode = problem.code;
    // A stream that fails before its first byte has named a file already.
    reply.removeHeader('content-disposition');
    void reply
      .code(problem.status)
      .headers(headersOf(error))
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  }

  /** A 404 of the router (403 of the file server, for ways out of its folder) says only that method and path have no route; the path may have others. */
  private named(thrown: unknown, { method, url }: FastifyRequest): unknown {
    if (!(thrown instanceof HttpException) || !absent.has(thrown.getStatus())) return thrown;
    const allow = this.routes.methodsOf(url);
    return allow.length > 0 ? new MethodNotAllowed(method, allow) : new RouteNotFound();
  }
}

const absent = new Set([403, 404]);

function headersOf(error: unknown): Record<string, string> {
  if (error instanceof MethodNotAllowed) return { allow: error.allow.join(', ') };
  if (error instanceof AppError && error.kind === 'unavailable') return { 'retry-after': '2' };
  const own = error as Partial<HasHeaders> | undefined;
  return typeof own?.headers === 'function' ? { ...own.headers() } : {};
}
