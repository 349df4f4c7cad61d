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
export type InputOf<O> = PathOf<O> & QueryOf<O> & BodyOf<O>;

type PathOf<O> = O extends { parameters: { path: infer V } } ? { readonly path: V } : unknown;
type QueryOf<O> = O extends { parameters: { query?: infer V } } ? { readonly query?: V } : unknown;
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer V } } }
  ? { readonly body: V }
  : O extends { requestBody?: { content: { 'application/json': infer V } } }
    ? { readonly body?: V }
    : unknown;

/** The JSON of a success; undefined where a success has no body. */
export type AnswerOf<O> = O extends { responses: infer R } ? JsonOf<R[keyof R & Success]> : never;

type Success = 200 | 201 | 202 | 204;
type JsonOf<A> = A extends { content: { 'application/json': infer V } } ? V : undefined;
