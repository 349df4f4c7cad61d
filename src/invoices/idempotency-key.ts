import { type FastifyRequest } from 'fastify';
import { IdempotencyKeyInvalid } from './invoices.errors.js';

/**
 * The Idempotency-Key of a request, if it has one.
 * @throws IdempotencyKeyInvalid for two headers (Node would join them) and for a key that cannot be stored
 */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const keys = request.raw.headersDistinct['idempotency-key'] ?? [];
  const key = keys[0];
  if (key === undefined) return undefined;
  if (keys.length > 1 || !/^[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?$/.test(key)) {
    throw new IdempotencyKeyInvalid();
  }
  return key;
}
