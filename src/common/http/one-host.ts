import { type FastifyInstance } from 'fastify';
import { MalformedRequest } from './http-errors.js';

/** Refuses a second Host (RFC 9112 §3.2): Node takes the first one, and a proxy may have taken the last. */
export function refuseSecondHost(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ raw }, _reply, done) => {
    let hosts = 0;
    for (let at = 0; at < raw.rawHeaders.length; at += 2) {
      if (raw.rawHeaders[at]?.toLowerCase() === 'host') hosts += 1;
    }
    done(hosts > 1 ? twoHosts : undefined);
  });
}

const twoHosts = new MalformedRequest('malformed_request', 'The request has more than one Host.');
