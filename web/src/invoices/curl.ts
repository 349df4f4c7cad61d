import { type CreateRequest } from './create-request.js';

/** The shell command that makes an invoice with this request; the key comes from the environment. */
export function curlOf(request: CreateRequest, origin: string): string {
  return [
    `curl -X POST ${quoted(`${origin}/generate`)}`,
    '-H "Authorization: Bearer $FINVO_API_KEY"',
    `-H ${quoted('Content-Type: application/json')}`,
    `-d ${quoted(JSON.stringify(request, null, 2))}`,
    '-o invoice.pdf',
  ].join(' \\\n  ');
}

/** One word of a POSIX shell: between single quotes everything is itself but the quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
