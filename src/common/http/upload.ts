import '@fastify/multipart';
import { type FastifyRequest } from 'fastify';
import { AppError, InvalidRequest } from '../errors/app-error.js';
import { BodyTooLarge, MalformedRequest, UnsupportedMediaType } from './http-errors.js';

const limits = { files: 1, fields: 10, parts: 11, fieldSize: 100_000 };

/** A form with one file, and a field `plan` of JSON text that says what to do with it. */
export interface UploadedForm {
  readonly file: Buffer;
  readonly plan?: unknown;
}

/**
 * The bytes of the one file of a multipart request.
 * @throws UnsupportedMediaType, InvalidRequest, BodyTooLarge, MalformedRequest
 */
export async function uploadedFile(request: FastifyRequest): Promise<Buffer> {
  return (await uploadedForm(request)).file;
}

/** The same with the plan beside it. @throws as {@link uploadedFile} */
export async function uploadedForm(request: FastifyRequest): Promise<UploadedForm> {
  if (!request.isMultipart())
    throw new UnsupportedMediaType('Send the file as multipart/form-data.');
  try {
    let file: Buffer | undefined;
    let plan: unknown;
    // Read to the end, as a second file shows only there.
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') file = await part.toBuffer();
      else if (part.fieldname === 'plan') plan = jsonOf(part.value);
    }
    if (file === undefined) throw noFile;
    return plan === undefined ? { file } : { file, plan };
  } catch (error) {
    throw uploadError(error);
  }
}

/** @throws MalformedRequest for what is no JSON, and for the names that bodies must not have either */
function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text), (name, value: unknown) => {
      if (name === '__proto__' || name === 'constructor') throw noJson;
      return value;
    });
  } catch {
    throw noJson;
  }
}

const noJson = new MalformedRequest(
  'malformed_json',
  'The field "plan" of the form is not valid JSON.',
);
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
