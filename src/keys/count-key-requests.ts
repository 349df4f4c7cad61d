import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type AuthenticatedRequest } from '../common/http/caller.js';
import { type KeyTraffic } from './key-traffic.js';

/** Counts every request that a key was accepted for, by the status of its answer. */
export function countKeyRequests(fastify: FastifyInstance, traffic: KeyTraffic): void {
  fastify.addHook('onSend', (request: FastifyRequest, reply, _payload, done) => {
    const { user } = request as AuthenticatedRequest;
    if (user?.source === 'api') {
      traffic.note({ keyId: user.actorId, accountId: user.accountId }, reply.statusCode);
    }
    done();
  });
}
