import { createHash } from 'node:crypto';
import { request } from 'node:http';

/** An answer with its body as bytes. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly boundMs: number;
}

/**
 * Sends a request on a connection of its own, so that a server which closes idle ones breaks none that is in use.
 * @throws TimeoutError when there is no whole answer within `boundMs`, and errors of the connection
 */
export function send(url: string, { method, headers, body, boundMs }: Outgoing): Promise<Answer> {
  const signal = AbortSignal.timeout(boundMs);
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      reject(signal.aborted ? (signal.reason as Error) : error);
    };
    const outgoing = request(url, { method, headers, agent: false, signal }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('error', fail);
      incoming.on('end', () => {
        const whole = { headers: incoming.headers, body: Buffer.concat(parts) };
        resolve({ status: incoming.statusCode ?? 0, ...whole });
      });
    });
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}

/** SHA-256 in hexadecimal, as invoices name the hash of their PDF. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
