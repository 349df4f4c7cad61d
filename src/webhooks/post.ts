import { type Agent, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** How much of an answer is read, so that a short one ends in peace; none of it is kept. */
const answerBytesMax = 4096;

export interface Post {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly agent: Agent;
  readonly timeoutMs: number;
}

/**
 * Sends a body and answers the status that came back. Follows no redirect, reads no more than a few kB of the
 * answer and unpacks nothing. @throws what the connection throws, or an AbortError after `timeoutMs`
 */
export function post(url: string, { headers, body, agent, timeoutMs }: Post): Promise<number> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const bytes = Buffer.from(body);
    const fields = { ...headers, 'content-length': String(bytes.length) };
    let answered: (() => void) | undefined;
    const request = send(url, { method: 'POST', headers: fields, agent, signal }, (response) => {
      // The status is the answer, whatever becomes of the rest: only the first of these calls counts.
      const finish = () => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      };
      answered = finish;
      let read = 0;
      response.on('data', (chunk: Buffer) => {
        read += chunk.length;
        if (read > answerBytesMax) finish();
      });
      response.on('end', finish).on('error', finish);
    });
    request.on('error', (error) => {
      if (answered === undefined) reject(error);
      else answered();
    });
    request.end(bytes);
  });
}
