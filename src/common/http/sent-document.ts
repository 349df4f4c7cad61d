import { Readable } from 'node:stream';
import { type FastifyRequest } from 'fastify';
import { InvalidRequest } from '../errors/app-error.js';
import { onlyDocuments } from './body-parsers.js';
import { BodyTooLarge } from './http-errors.js';
import { uploadedFile } from './upload.js';

/** A document as it was sent. */
export interface SentDocument {
  readonly bytes: Buffer;
  /** Of the media type, where it says one. */
  readonly charset?: string;
}

/**
 * The document in the body of a request, or the one file of its form. It is read here, behind the guards, so
 * that nobody without credentials makes the server hold one.
 * @throws UnsupportedMediaType, InvalidRequest, BodyTooLarge, MalformedRequest
 */
export async function sentDocument(
  request: FastifyRequest,
  bytesMax: number,
): Promise<SentDocument> {
  if (request.isMultipart()) return { bytes: filled(await uploadedFile(request, bytesMax)) };
  const { 'content-type': type = '', 'content-length': length = '0' } = request.headers;
  const stream = streamIn(request);
  if (Number(length) > bytesMax) throw new BodyTooLarge(bytesMax);
  const bytes = filled(await bytesOf(stream, bytesMax));
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1];
  return charset === undefined ? { bytes } : { bytes, charset };
}

/** The body where it is a document: one of another type has been read already. */
function streamIn({ headers, body }: FastifyRequest): Readable {
  if (body === undefined || body === null) throw empty;
  const encoding = headers['content-encoding'] ?? 'identity';
  if (!(body instanceof Readable) || encoding !== 'identity') throw onlyDocuments;
  return body;
}

/** Leaves the stream open where it is too long, as closing it would close the connection before the answer. */
async function bytesOf(stream: Readable, bytesMax: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream.iterator({ destroyOnReturn: false })) {
    length += (piece as Buffer).length;
    if (length > bytesMax) throw new BodyTooLarge(bytesMax);
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}

function filled(bytes: Buffer): Buffer {
  if (bytes.length === 0) throw empty;
  return bytes;
}

const empty = new InvalidRequest([
  { pointer: '', code: 'required', message: 'There is no document in the body.' },
]);
