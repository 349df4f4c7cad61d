import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import request from 'supertest';
import { eventually } from './eventually.js';
import { type TestAccount } from './factories.js';

/** A request as it arrived: header fields and the body to the byte. */
export interface ArrivedMessage {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A real HTTP server that keeps what it is sent. */
export interface WebhookReceiver {
  readonly url: string;
  readonly port: number;
  readonly messages: readonly ArrivedMessage[];
  /** How many connections were opened. */
  readonly connections: number;
  /** Waits for this many messages, and answers them. */
  readonly received: (count: number) => Promise<readonly ArrivedMessage[]>;
  close(): Promise<void>;
}

/** Answers a message; one that does nothing is a receiver that hangs. */
export type Answering = (response: ServerResponse, message: ArrivedMessage) => void;

/** Starts a receiver on this machine, which takes everything with 204 unless told otherwise. */
export async function startReceiver(
  answer: Answering = (response) => response.writeHead(204).end(),
): Promise<WebhookReceiver> {
  const messages: ArrivedMessage[] = [];
  let connections = 0;
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const message = { path: incoming.url ?? '', headers: texts(incoming.headers), body };
      messages.push(message);
      answer(response, message);
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    messages,
    get connections() {
      return connections;
    },
    received: async (count) => {
      await eventually(() => Promise.resolve(messages.length >= count));
      return messages;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function texts(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** Adds a webhook through the dashboard, as a person would. */
export async function addWebhook(
  url: string,
  { session }: Pick<TestAccount, 'session'>,
  body: Record<string, unknown>,
): Promise<{ id: string; secret: string }> {
  const answer = await request(url)
    .post('/dashboard/webhooks')
    .set(session)
    .send({ events: ['invoice.issued', 'invoice.emailed'], ...body })
    .expect(201);
  return answer.body as { id: string; secret: string };
}
