import { type IncomingMessage } from 'node:http';
import { ApiKeyRefused, CredentialsAmbiguous, CredentialsMissing } from './keys.errors.js';

const headerBytesMax = 256;

/**
 * The credentials of the one Authorization header; never those of a query, a body or a cookie.
 * Node keeps the first of two headers and a proxy may keep the last, so two are refused.
 * @throws CredentialsMissing, CredentialsAmbiguous, ApiKeyRefused
 */
export function bearerCredentials(request: IncomingMessage): string {
  const headers = request.headersDistinct.authorization ?? [];
  if (headers.length > 1) throw new CredentialsAmbiguous();
  const header = headers[0];
  if (header === undefined || !/^bearer( |$)/i.test(header)) throw new CredentialsMissing();
  const credentials = header.length <= headerBytesMax && /^bearer +(\S+)$/i.exec(header);
  if (!credentials) throw new ApiKeyRefused('api_key_malformed', notOneKey);
  return credentials[1] ?? '';
}

const notOneKey = 'After "Bearer" there must be one API key and nothing else.';
