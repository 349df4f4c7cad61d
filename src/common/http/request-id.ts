import { type FastifyInstance } from 'fastify';
import { randomBase62 } from '../ids/id.js';

/** A name for one request, found again in its answer, in problem bodies and in the log. */
export function newRequestId(): string {
  return `req_${randomBase62(20)}`;
}

/** Sends the id of the request with every answer. */
export function registerRequestId(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
}
