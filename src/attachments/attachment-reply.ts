import { type FastifyReply } from 'fastify';
import { savedAs } from '../common/http/content-disposition.js';
import { type AttachedFile } from './attachment.js';

/**
 * Says of an answer that it is this file, to be saved and never shown: what somebody has uploaded must
 * not run as a page of this server.
 */
export function describeFile(reply: FastifyReply, file: Omit<AttachedFile, 'id'>): void {
  const digest = Buffer.from(file.sha256, 'hex').toString('base64');
  void reply
    .type(file.contentType)
    .header('content-disposition', savedAs(file.fileName))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-cache')
    .header('repr-digest', `sha-256=:${digest}:`);
}

/** The content of a file in the OpenAPI document. */
export const fileContent = {
  '*/*': { schema: { type: 'string', format: 'binary' } },
} as const;
