import { type Schema } from './schema-values.js';

/** A route of the OpenAPI document that takes JSON. */
export interface JsonRoute {
  readonly method: 'post' | 'put' | 'patch';
  readonly path: string;
  readonly schema: Schema;
}

/** Stands for the example of a field that would be left out otherwise. */
export const byExample = Symbol('the example of the field');

/** Values at JSON pointers. */
type Given = ReadonlyMap<string, unknown>;

/** What the OpenAPI document says of requests. */
export interface ApiForm {
  readonly json: readonly JsonRoute[];
  /** Every route with GET, and the names of its query parameters. */
  readonly reads: readonly { readonly path: string; readonly query: readonly string[] }[];
  /** The JSON pointers of all texts in a body, in lists of their first entry. */
  textsOf(schema: Schema): string[];
  /**
   * The smallest body of a schema by its examples, with `given` values at JSON pointers and what is
   * needed around them.
   */
  bodyOf(schema: Schema, given?: Given): unknown;
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Reads the OpenAPI document of a running server, so that a test meets every field there is. */
export async function readApiForm(url: string): Promise<ApiForm> {
  const { paths, components } = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApi;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const resolved = (schema: Schema): Schema => {
    const named = schema.$ref && components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return named ? resolved(named) : schema.allOf?.[0] ? resolved(schema.allOf[0]) : schema;
  };

  function textsOf(schema: Schema, at = ''): string[] {
    const form = resolved(schema);
    const { type, properties = {}, items, additionalProperties } = form;
    if (type === 'string') return [at];
    if (type === 'array' && items) return textsOf(items, `${at}/0`);
    const named = Object.entries(properties).flatMap(([name, each]) =>
      textsOf(each, `${at}/${name}`),
    );
    return additionalProperties
      ? [...named, ...textsOf(additionalProperties, `${at}/${freeName(form)}`)]
      : named;
  }

  function bodyOf(schema: Schema, given: Given, at = ''): unknown {
    if (given.has(at) && given.get(at) !== byExample) return given.get(at);
    const form = resolved(schema);
    const { example = form.enum?.[0] ?? '1' } = form;
    if (form.type === 'object') return objectOf(form, given, at);
    if (form.type === 'array' && form.items) return [bodyOf(form.items, given, `${at}/0`)];
    return example;
  }

  function objectOf(form: Schema, given: Given, at: string): unknown {
    const { properties, additionalProperties = {}, required = [] } = form;
    return Object.fromEntries(
      Object.entries(properties ?? { [freeName(form)]: additionalProperties })
        .filter(([name]) => required.includes(name) || reaches(given, `${at}/${name}`))
        .map(([name, each]) => [name, bodyOf(each, given, `${at}/${name}`)]),
    );
  }

  return {
    json: operations.flatMap(({ method, path, operation }) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      return schema ? [{ method: method as JsonRoute['method'], path, schema }] : [];
    }),
    reads: operations
      .filter(({ method }) => method === 'get')
      .map(({ path, operation }) => ({
        path,
        query: (operation.parameters ?? []).flatMap((each) =>
          each.in === 'query' ? [each.name] : [],
        ),
      })),
    textsOf: (schema) => textsOf(schema),
    bodyOf: (schema, given = new Map()) => bodyOf(schema, given),
  };
}

/** A name that a member without one in the schema may have. */
function freeName({ propertyNames }: Schema): string {
  const [name = 'a'] = (propertyNames?.enum ?? []) as readonly string[];
  return name;
}

/** Whether a value is given at a pointer or within it. */
function reaches(given: Given, at: string): boolean {
  return [...given.keys()].some((pointer) => `${pointer}/`.startsWith(`${at}/`));
}
