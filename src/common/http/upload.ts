import '@fastify/multipart';
import { type FastifyRequest } from 'fastify';
import { AppError, InvalidRequest } from '../errors/app-error.js';
import { BodyTooLarge, MalformedRequest, UnsupportedMediaType } from './http-errors.js';

const limits = { files: 1, fields: 10, parts: 11 };

/**
 * The bytes of the one file of a multipart request.
 * @throws UnsupportedMediaType, InvalidRequest, BodyTooLarge, MalformedRequest
 */
export async function uploadedFile(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart())
    throw new UnsupportedMediaType('Send the file as multipart/form-data.');
  try {
    let bytes: Buffer | undefined;
    // Read to the end, as a second file shows only there.
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') bytes = await part.toBuffer();
    }
    if (bytes === undefined) throw noFile;
    return bytes;
  } catch (error) {
    throw uploadError(error);
  }
}

const noFile = new InvalidRequest([
  { pointer: '', code: 'required', message: 'The form holds no file.' },
]);
const twoFiles = new InvalidRequest([
  { pointer: '', code: 'too_many', message: 'The form holds more than one file.' },
]);

function uploadError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = (error as { code?: unknown }).code;
  if (code === 'FST_FILES_LIMIT') return twoFiles;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new BodyTooLarge();
  return new MalformedRequest('malformed_request', 'The form cannot be read.');
}
