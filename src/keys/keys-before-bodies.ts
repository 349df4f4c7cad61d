import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { type FastifyInstance } from 'fastify';
import { type BearerGuard } from './bearer.guard.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route of the API door takes bodies of this size, from callers who have shown their key before. */
    largeBodyBytesMax?: number;
  }
}

/**
 * Nest's guards run when the body has been read; on routes with large bodies the bearer door is asked
 * before, so that nobody without a key makes the server hold one. Such a route has no guard of its own.
 */
export function checkKeysBeforeBodies(fastify: FastifyInstance, guard: BearerGuard): void {
  fastify.addHook('onRoute', (route) => {
    const bodyBytesMax = route.config?.largeBodyBytesMax;
    if (bodyBytesMax === undefined) return;
    route.bodyLimit = bodyBytesMax;
    route.onRequest = async (request, reply) => {
      await guard.canActivate(new ExecutionContextHost([request, reply]));
    };
  });
}
