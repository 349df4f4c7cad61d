import { Readable } from 'node:stream';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { savedAs } from '../common/http/content-disposition.js';

/** Kept by the caller alone, and asked for again each time. */
const storedCache = 'private, no-cache';

/** A request and the answer to it. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** What is said of a stored document in the head of its answer. */
export interface DescribedDocument {
  readonly fileName: string;
  readonly mediaType: string;
  /** As hexadecimal digits. */
  readonly sha256: string;
}

/** A stored document whose bytes are fetched only to be sent. */
export interface SendableDocument extends DescribedDocument {
  /** In bytes. */
  readonly size: number;
  readonly read: () => Promise<Buffer>;
}

/** Its bytes, the end of a HEAD, or nothing where the caller has it. */
export type DocumentAnswer = Buffer | Readable | undefined;

/** Answers a stored document, or 304 where the caller has it already. */
export async function documentReply(
  { request, reply }: Exchange,
  { size, read, ...described }: SendableDocument,
): Promise<DocumentAnswer> {
  const tag = entityTag(described.sha256);
  if (matches(request.headers['if-none-match'], tag)) {
    void reply.code(304).header('etag', tag).header('cache-control', storedCache);
    return undefined;
  }
  const bytes = request.method === 'HEAD' ? undefined : await read();
  describeDocument(reply, described);
  void reply.header('cache-control', storedCache);
  if (bytes !== undefined) return bytes;
  void reply.header('content-length', size);
  return Readable.from([]);
}

/** The head of an answer that is a stored document (RFC 6266, RFC 9110 §8.8.3, RFC 9530). */
export function describeDocument(
  reply: FastifyReply,
  { fileName, mediaType, sha256 }: DescribedDocument,
): void {
  const digest = Buffer.from(sha256, 'hex').toString('base64');
  void reply
    .type(mediaType)
    .header('content-disposition', savedAs(fileName))
    .header('etag', entityTag(sha256))
    .header('repr-digest', `sha-256=:${digest}:`);
}

function entityTag(sha256: string): string {
  return `"${sha256}"`;
}

/** Weak comparison, as If-None-Match asks for (RFC 9110 §13.1.2). */
function matches(header: string | undefined, tag: string): boolean {
  const tags = (header ?? '').split(',').map((text) => text.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
