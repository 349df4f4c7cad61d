import { type FastifyInstance } from 'fastify';
import { type Metrics } from './metrics.js';

/** Counts every answer, if anybody asks for the figures. */
export function countRequests(fastify: FastifyInstance, metrics: Metrics): void {
  if (!metrics.isWanted) return;
  fastify.addHook('onResponse', (request, reply, done) => {
    metrics.count({
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
      problem: reply.problemCode,
    });
    done();
  });
}
