import { connect } from 'node:net';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** The body as JSON, or nothing where it is none. */
  readonly json: Record<string, unknown>;
}

/** Sends bytes to the server as they are, for requests that no client library would send. */
export async function rawRequest(url: string, bytes: string | Buffer): Promise<RawAnswer> {
  return parsed(await exchange(url, bytes));
}

/** The lines of a request joined as HTTP wants them, with a Host and the end of the connection. */
export function rawHead(...lines: string[]): string {
  const [first = '', ...others] = lines;
  return [first, 'Host: localhost', 'Connection: close', ...others, '', ''].join('\r\n');
}

function exchange(url: string, bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const end = () => {
      socket.destroy();
      resolve(Buffer.concat(chunks).toString());
    };
    socket.setTimeout(20_000, () => socket.destroy(new Error('The server does not answer.')));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (isComplete(Buffer.concat(chunks).toString('latin1'))) end();
    });
    socket.on('end', end);
    // A server that refuses a large body closes the connection while it is still being sent.
    socket.on('error', (error) => {
      if (chunks.length > 0) end();
      else reject(error);
    });
  });
}

function isComplete(text: string): boolean {
  const bodyAt = text.indexOf('\r\n\r\n') + 4;
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, bodyAt))?.[1];
  return bodyAt > 3 && length !== undefined && text.length - bodyAt >= Number(length);
}

function parsed(text: string): RawAnswer {
  const bodyAt = text.indexOf('\r\n\r\n') + 4;
  const [statusLine = '', ...lines] = text.slice(0, bodyAt).trim().split('\r\n');
  const body = text.slice(bodyAt);
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    ),
    body,
    json: body.startsWith('{') ? (JSON.parse(body) as Record<string, unknown>) : {},
  };
}
