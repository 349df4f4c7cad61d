import { Logger } from '@nestjs/common';
import { type FastifyInstance } from 'fastify';

/**
 * One log record per answer: the route's pattern instead of the address, so that no key, token or
 * name in a URL reaches the log.
 */
export function registerRequestLog(fastify: FastifyInstance): void {
  const logger = new Logger('Request');
  fastify.addHook('onResponse', (request, reply, done) => {
    logger.log({
      request_id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      ...(reply.problemCode !== undefined && { code: reply.problemCode }),
      duration_ms: Math.round(reply.elapsedTime * 10) / 10,
      ip: request.ip,
    });
    done();
  });
}
