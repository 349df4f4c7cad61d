import { type MultipartFile } from '@fastify/multipart';
import { type FastifyRequest } from 'fastify';
import { AppError, InvalidRequest } from '../errors/app-error.js';
import { BodyTooLarge, MalformedRequest, UnsupportedMediaType } from './http-errors.js';

const limits = { files: 1, fields: 10, parts: 11, fieldSize: 100_000 };
/** The largest file where a route says nothing else. */
const usualBytesMax = 2_097_152;

/** A form with one file, and a field `plan` of JSON text that says what to do with it. */
export interface UploadedForm {
  readonly file: Buffer;
  /** As the client says them; empty where it does not. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly plan?: unknown;
}

/**
 * The bytes of the one file of a multipart request.
 * @throws UnsupportedMediaType, InvalidRequest, BodyTooLarge, MalformedRequest
 */
export async function uploadedFile(
  request: FastifyRequest,
  bytesMax = usualBytesMax,
): Promise<Buffer> {
  return (await uploadedForm(request, bytesMax)).file;
}

/** The same with what stands beside the file. @throws as {@link uploadedFile} */
export async function uploadedForm(
  request: FastifyRequest,
  bytesMax = usualBytesMax,
): Promise<UploadedForm> {
  if (!request.isMultipart())
    throw new UnsupportedMediaType('Send the file as multipart/form-data.');
  try {
    let sent: Omit<UploadedForm, 'plan'> | undefined;
    let plan: unknown;
    // Read to the end, as a second file shows only there.
    for await (const part of request.parts({ limits: { ...limits, fileSize: bytesMax } })) {
      if (part.type === 'file') sent = await fileIn(part);
      else if (part.fieldname === 'plan') plan = jsonOf(part.value);
    }
    if (sent === undefined) throw noFile;
    return plan === undefined ? sent : { ...sent, plan };
  } catch (error) {
    throw uploadError(error, bytesMax);
  }
}

/** A client may leave name and type of a part out, whatever the plugin's types say. */
async function fileIn(part: MultipartFile): Promise<Omit<UploadedForm, 'plan'>> {
  const { filename, mimetype } = part as Partial<MultipartFile>;
  return { file: await part.toBuffer(), fileName: filename ?? '', mediaType: mimetype ?? '' };
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

function uploadError(error: unknown, bytesMax: number): unknown {
  if (error instanceof AppError) return error;
  const code = (error as { code?: unknown }).code;
  if (code === 'FST_FILES_LIMIT') return twoFiles;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new BodyTooLarge(bytesMax);
  return new MalformedRequest('malformed_request', 'The form cannot be read.');
}
