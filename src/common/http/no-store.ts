import { type FastifyInstance } from 'fastify';

/** Keeps answers with data of an account out of every cache, unless their route says otherwise. */
export function registerNoStore(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    const ofAccount = /^\/(v1|dashboard|generate)\b/.test(request.url);
    if (ofAccount && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
    done();
  });
}
