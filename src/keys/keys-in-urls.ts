import { type FastifyInstance } from 'fastify';
import { type ProblemFilter } from '../common/http/problem.filter.js';
import { CredentialsInUrl } from './keys.errors.js';

/** Refuses every request whose URL holds an API key, before a route could use or log it. */
export function refuseKeysInUrls(fastify: FastifyInstance, problems: ProblemFilter): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!/finvo_sk_[0-9A-Za-z]{8}/.test(request.url)) {
      done();
      return;
    }
    problems.answer(new CredentialsInUrl(), request, reply);
  });
}
