import { type paths } from './schema.js';

/** Every route that takes an API key, as the OpenAPI document describes it. */
export type Api = paths;

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** The methods that a route has. */
export type MethodOf<P extends keyof Api> = {
  [M in Method]: Api[P] extends Record<M, { responses: unknown }> ? M : never;
}[Method];

export type OperationOf<P extends keyof Api, M extends MethodOf<P>> = Api[P][M];

/** What a request is made of; all of its parts are optional where the route has none. */
export type InputOf<O> = PathIn<O> & QueryIn<O> & BodyIn<O>;

/** What may stand behind the question mark. */
export type QueryOf<P extends keyof Api, M extends MethodOf<P>> =
  InputOf<OperationOf<P, M>> extends { readonly query?: infer V } ? NonNullable<V> : never;

/** Filters of a list, and how many entries are read with one request (`limit`). */
export type FilterOf<P extends keyof Api, M extends MethodOf<P>> = Omit<QueryOf<P, M>, 'cursor'>;

/** The body that a route takes. */
export type BodyOf<P extends keyof Api, M extends MethodOf<P>> =
  InputOf<OperationOf<P, M>> extends { readonly body?: infer V } ? NonNullable<V> : never;

type PathIn<O> = O extends { parameters: { path: infer V } } ? { readonly path: V } : unknown;
type QueryIn<O> = O extends { parameters: { query?: infer V } } ? { readonly query?: V } : unknown;
type BodyIn<O> = O extends { requestBody: { content: infer C } }
  ? { readonly body: ContentOf<C> }
  : O extends { requestBody?: { content: infer C } }
    ? { readonly body?: ContentOf<C> }
    : unknown;
type ContentOf<C> = C extends { 'application/json': infer V } ? V : FormData;

/** What a route answers. */
export type AnswerAt<P extends keyof Api, M extends MethodOf<P>> = AnswerOf<OperationOf<P, M>>;

/** The JSON of a success; undefined where a success has no body. */
export type AnswerOf<O> = O extends { responses: infer R } ? JsonOf<R[keyof R & Success]> : never;

type Success = 200 | 201 | 202 | 204;
type JsonOf<A> = A extends { content: { 'application/json': infer V } } ? V : undefined;
