import fc, { type Arbitrary } from 'fast-check';

/** The part of JSON Schema that the OpenAPI document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly example?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

type Schemas = Readonly<Record<string, Schema>>;

/** What nobody asked for: wrong types, edges of numbers, control characters, names of prototypes, depth. */
const hostile: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    -1e-7,
    Number.MAX_SAFE_INTEGER + 2,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e\u200b',
    "' OR 1=1 --",
    '{{7*7}}#include "x"',
    '../../etc/passwd',
    'x'.repeat(6000),
    '9'.repeat(400),
    [],
    {},
    [[[[[[[[]]]]]]]],
    JSON.parse('{"__proto__":{"a":1},"constructor":1}'),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Values for a schema: mostly what it allows, with something hostile in between at every level. */
export function valuesOf(schema: Schema, schemas: Schemas, depth = 0): Arbitrary<unknown> {
  const fitting = fittingValues(schema, schemas, depth);
  return fc.oneof({ weight: 14 + depth, arbitrary: fitting }, { weight: 1, arbitrary: hostile });
}

function fittingValues(schema: Schema, schemas: Schemas, depth: number): Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    return valuesOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, depth);
  }
  const choices = schema.oneOf ?? schema.allOf;
  if (choices !== undefined)
    return fc.oneof(...choices.map((one) => valuesOf(one, schemas, depth)));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const example = schema.example === undefined ? [] : [fc.constant(schema.example)];
  return fc.oneof(...example, typedValues(schema, schemas, depth));
}

type Typed = (schema: Schema, schemas: Schemas, depth: number) => Arbitrary<unknown>;

const byType: Readonly<Record<string, Typed>> = {
  object: objects,
  array: ({ items = {}, minItems = 0, maxItems = 3 }, schemas, depth) =>
    fc.array(valuesOf(items, schemas, depth + 1), {
      minLength: Math.min(minItems, 3),
      maxLength: Math.min(maxItems, 3),
    }),
  integer: ({ minimum = -5, maximum = 500 }) => fc.integer({ min: minimum, max: maximum }),
  number: () => fc.oneof(fc.integer({ min: -1000, max: 1_000_000 }), fc.double({ noNaN: true })),
  boolean: () => fc.boolean(),
  string: texts,
};

const typedValues: Typed = (schema, schemas, depth) => {
  const values = byType[[schema.type].flat()[0] ?? ''];
  return values?.(schema, schemas, depth) ?? fc.jsonValue({ maxDepth: 2 });
};

function texts({ pattern, format, maxLength = 40 }: Schema): Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  if (format === 'date')
    return fc.constantFrom('2026-01-31', '2024-02-29', '2026-02-30', '9999-12-31');
  if (format === 'email') return fc.constantFrom('a@example.com', 'A.B+c@example.com', 'nobody');
  return fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength + 1, 60) });
}

/** Required fields are usually there, others sometimes, and now and then one that does not exist. */
function objects(
  { properties = {}, required = [] }: Schema,
  schemas: Schemas,
  depth: number,
): Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const values = valuesOf(schema, schemas, depth + 1);
    const kept = required.includes(name) ? 30 : Math.max(1, 4 - depth);
    return fc.oneof(
      { weight: kept, arbitrary: values.map((value) => [[name, value]]) },
      { weight: required.includes(name) ? 1 : 8, arbitrary: fc.constant([]) },
    );
  });
  const unknown = fc.oneof(
    { weight: 25, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.tuple(fc.string({ maxLength: 12 }), hostile).map((pair) => [pair]) },
  );
  return fc
    .tuple(...fields, unknown)
    .map((parts) => Object.fromEntries(parts.flat() as [string, unknown][]));
}
