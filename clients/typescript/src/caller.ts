import { type CallOptions, type Connection } from './connection.js';
import { unexpected } from './finvo-error.js';
import {
  type AnswerOf,
  type Api,
  type InputOf,
  type MethodOf,
  type OperationOf,
} from './operations.js';

/** The parts of a request, whatever the route. */
export interface Parts {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: object;
  readonly body?: unknown;
  /** Makes a POST safe to repeat where the route takes an Idempotency-Key. */
  readonly idempotencyKey?: string;
  /** Says that sending a POST twice does no more than sending it once. */
  readonly isRepeatable?: boolean;
}

/** A file with what the header fields say of it. */
export interface FileAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Headers;
}

/** Calls routes by their names in the OpenAPI document. */
export class Caller {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The JSON that a route answers; typed by the OpenAPI document. */
  async json<P extends keyof Api, M extends MethodOf<P>>(
    method: M,
    path: P,
    input: InputOf<OperationOf<P, M>> & Parts,
    options: CallOptions = {},
  ): Promise<AnswerOf<OperationOf<P, M>>> {
    const outgoing = outgoingOf(method, path, input, 'application/json');
    return this.#connection.send(outgoing, options, async (answer) => {
      if (answer.status === 204) return undefined as AnswerOf<OperationOf<P, M>>;
      if (!isOf(answer, 'application/json')) throw unexpected(answer);
      return (await answer.json()) as AnswerOf<OperationOf<P, M>>;
    });
  }

  /** The file that a route answers; of any type where `accept` says so. */
  async file<P extends keyof Api, M extends MethodOf<P>>(
    method: M,
    path: P,
    input: InputOf<OperationOf<P, M>> & Parts & { readonly accept: string },
    options: CallOptions = {},
  ): Promise<FileAnswer> {
    const { accept } = input;
    return this.#connection.send(
      outgoingOf(method, path, input, accept),
      options,
      async (answer) => {
        if (accept !== '*/*' && !isOf(answer, accept)) throw unexpected(answer);
        return { bytes: new Uint8Array(await answer.arrayBuffer()), headers: answer.headers };
      },
    );
  }
}

function outgoingOf(method: string, template: string, parts: Parts, accept: string) {
  const { body, idempotencyKey, isRepeatable = method !== 'post' && method !== 'patch' } = parts;
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parts.path?.[name] ?? '';
    if (value === '') throw new TypeError(`${name} is empty.`);
    return encodeURIComponent(value);
  });
  return {
    method: method.toUpperCase(),
    path: path + queryOf(parts.query),
    accept,
    body,
    idempotencyKey,
    isRepeatable: isRepeatable || idempotencyKey !== undefined,
  };
}

function queryOf(query: object = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null) search.set(name, String(value));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

function isOf(answer: Response, type: string): boolean {
  return answer.headers.get('content-type')?.startsWith(type) ?? false;
}
