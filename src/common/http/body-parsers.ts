import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { MalformedRequest, UnsupportedMediaType } from './http-errors.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** No request of ours is nested deeper than 6; what reads a body by recursion must not run out of stack. */
const depthMax = 64;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a file as multipart/form-data. */
    takesUpload?: boolean;
    /** The route takes a PDF or XML as it is, as a stream that nobody has read yet (sent-document.ts). */
    takesDocument?: boolean;
  }
}

/** The media types of a document that is sent as it is. */
const documentTypes = ['application/pdf', 'application/xml', 'text/xml'];

/**
 * Takes JSON in UTF-8 and nothing else; an empty body is accepted with any Content-Type, because
 * many clients send one with requests that have no body. Refuses `__proto__` and `constructor`.
 */
export function registerBodyParsers(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    try {
      refuseEncodings(request);
      if (depthExceeds(depthMax, body as Buffer)) throw tooDeep;
      const text = textOf(body as Buffer);
      void parseJson(request, text, (error, value) => {
        done(error && malformedJson(text), value);
      });
    } catch (error) {
      done(error as Error, undefined);
    }
  });
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    const { takesDocument } = request.routeOptions.config;
    const refusal = takesDocument === true ? onlyDocuments : onlyJson;
    done(body.length === 0 ? null : refusal, undefined);
  });
  // Whoever reads the stream does so behind the guards, with a limit of its own.
  fastify.addContentTypeParser(documentTypes, (request, payload, done) => {
    done(null, request.routeOptions.config.takesDocument === true ? payload : undefined);
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(isUnexpected(request) ? onlyJson : undefined);
  });
}

/** @throws MalformedRequest */
function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw notUtf8;
  }
}

/** Forms and documents are taken on every route, and the body would be seen as missing where nobody reads it. */
function isUnexpected({ headers, is404, routeOptions: { config } }: FastifyRequest): boolean {
  const hasBody =
    headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
  if (!hasBody || is404) return false;
  const type = (headers['content-type'] ?? '').trim().toLowerCase();
  if (type.startsWith('multipart/')) return config.takesUpload !== true;
  const isDocument = documentTypes.some((each) => type.startsWith(each));
  return isDocument && config.takesDocument !== true;
}

/** Counts brackets outside of strings: before parsing, as the parser itself takes any depth. */
function depthExceeds(max: number, json: Buffer): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === quote) inString = !inString;
    else if (inString) at += byte === backslash ? 1 : 0;
    else if (byte === openingBracket || byte === openingBrace) depth += 1;
    else if (byte === closingBracket || byte === closingBrace) depth -= 1;
    if (depth > max) return true;
  }
  return false;
}

const [quote, backslash, openingBracket, closingBracket, openingBrace, closingBrace] =
  Buffer.from('"\\[]{}');

function refuseEncodings({ headers }: FastifyRequest): void {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) throw onlyJson;
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw onlyJson;
}

const onlyJson = new UnsupportedMediaType(
  'Send the body as application/json in UTF-8, without a Content-Encoding.',
);
/** For the routes that take a PDF or XML. */
export const onlyDocuments = new UnsupportedMediaType(
  'Send the document as application/pdf, application/xml or text/xml without a Content-Encoding, or as the file of a multipart/form-data.',
);
const tooDeep = new MalformedRequest(
  'malformed_json',
  `The body is nested deeper than ${depthMax} levels.`,
);
const notUtf8 = new MalformedRequest('malformed_json', 'The body is not valid UTF-8.');

function malformedJson(text: string): MalformedRequest {
  return new MalformedRequest('malformed_json', `The body is not valid JSON: ${reasonOf(text)}`);
}

/** V8 quotes parts of the input in its message; the position alone says enough and cannot leak. */
function reasonOf(text: string): string {
  try {
    JSON.parse(text);
    return 'the names __proto__ and constructor are not allowed.';
  } catch (error) {
    const position = /at position (\d+)/.exec(String(error))?.[1];
    return position === undefined ? 'it ends too early.' : `see position ${position}.`;
  }
}
