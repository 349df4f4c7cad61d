import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsOptional, ValidateBy, ValidateNested } from 'class-validator';
import { languages } from '../i18n/languages.js';
import * as checks from './checks.js';

export interface FieldOptions {
  readonly description: string;
  readonly example?: unknown;
  readonly optional?: boolean;
}
type Schema = Readonly<Record<string, unknown>>;

/** The name under which class-validator reports a failed check. */
export const checkConstraint = 'check';
/** What is wrong with a field that is not there. */
export const missing: checks.Problem = { code: 'required', message: 'This field is required.' };

/**
 * One definition of a request field: its OpenAPI schema and its check (design: "one definition per shape").
 * An optional field may also be null, which means the same as leaving it out.
 */
export function Field(
  schema: Schema,
  check: checks.Check,
  options: FieldOptions,
): PropertyDecorator {
  return applyDecorators(
    ApiProperty(property(schema, options)),
    ...(options.optional ? [IsOptional()] : []),
    ValidateBy({
      name: checkConstraint,
      validator: {
        validate: (value: unknown) => check(value) === undefined,
        // A message is all that class-validator carries, so the problem travels in it as JSON.
        defaultMessage: (at) => JSON.stringify(at?.value === undefined ? missing : check(at.value)),
      },
    }),
  );
}

function property(
  schema: Schema,
  { description, example, optional }: FieldOptions,
): ApiPropertyOptions {
  return {
    ...orNull(schema),
    description,
    required: !optional,
    ...(example !== undefined && { example }),
  };
}

/** Nest takes a list of types for an array of the first one, and leaves this form as it is. */
function orNull({ type, ...rest }: Schema): Schema {
  if (!Array.isArray(type)) return { type, ...rest };
  return {
    oneOf: (type as string[]).map((each) =>
      each === 'null' ? { type: each } : { type: each, ...rest },
    ),
  };
}

/** A bounded text. */
export function Text(options: FieldOptions & checks.TextRule): PropertyDecorator {
  const schema = { type: 'string', minLength: options.min ?? 1, maxLength: options.max };
  const field = Field(schema, checks.text(options), options);
  return options.multiline === true ? applyDecorators(field, Transform(lineFeeds)) : field;
}

/** The line ends of Windows become those of everybody else, which fonts and pages know. */
function lineFeeds({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value;
}

/** A bounded text of a certain form. */
export function Pattern(
  options: FieldOptions & checks.TextRule & { regex: RegExp; expected: string },
): PropertyDecorator {
  const schema = { type: 'string', maxLength: options.max, pattern: options.regex.source };
  return Field(schema, checks.pattern(options), options);
}

/** A whole number. */
export function Integer(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const schema = { type: 'integer', minimum: options.min, maximum: options.max };
  return Field(schema, checks.integer(options.min, options.max), options);
}

export function Flag(options: FieldOptions): PropertyDecorator {
  return Field({ type: 'boolean' }, checks.boolean, options);
}

/** One of a few words. */
export function Choice(choices: readonly string[], options: FieldOptions): PropertyDecorator {
  return Field({ type: 'string', enum: [...choices] }, checks.choice(choices), options);
}

/** A language of invoices as a BCP 47 tag, or one of a few other words. */
export function LanguageField({
  others = [],
  ...options
}: FieldOptions & { others?: readonly string[] }): PropertyDecorator {
  const schema = { type: 'string', enum: [...languages, ...others] };
  return Field(schema, checks.language(others), options);
}

/** An ISO 4217 currency code. */
export function Currency(options: FieldOptions): PropertyDecorator {
  return Field({ type: 'string', minLength: 3, maxLength: 3 }, checks.currency, options);
}

/** An e-mail address, checked for its shape only: whether it exists shows when mail is sent. */
export const emailAddress = checks.pattern({
  max: 254,
  regex: /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]+$/,
  expected: 'an e-mail address',
});
export const emailSchema = { type: 'string', format: 'email', maxLength: 254 } as const;

/** A field with one {@link emailAddress}. */
export function Email(options: FieldOptions): PropertyDecorator {
  return Field(emailSchema, emailAddress, options);
}

const untouchedKey = Symbol('untouched');

/** A field whose value is checked but never read as a class, so that any names may stand in it. */
export function Untouched(): PropertyDecorator {
  return (target, name) => {
    Reflect.defineMetadata(untouchedKey, [...untouchedFields(target), name], target);
  };
}

/** The names of the fields of a DTO's prototype that are {@link Untouched}. */
export function untouchedFields(prototype: object): string[] {
  return (Reflect.getMetadata(untouchedKey, prototype) ?? []) as string[];
}

/** A part with fields of its own. */
export function Nested(type: () => new () => object, options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Field({ type: () => type() }, checks.object, options),
    ValidateNested(),
    Type(type),
  );
}

/** A list of parts with fields of their own. */
export function ListOf(
  type: () => new () => object,
  options: FieldOptions & { min: number; max: number },
): PropertyDecorator {
  const schema = {
    type: () => type(),
    isArray: true,
    minItems: options.min,
    maxItems: options.max,
  };
  return applyDecorators(
    Field(schema, checks.list(options.min, options.max), options),
    ValidateNested({ each: true }),
    Type(type),
  );
}

/** A field of an answer: OpenAPI only, as we do not check what we make ourselves. */
export function Answer(schema: Schema & FieldOptions): PropertyDecorator {
  const { description, example, optional, ...rest } = schema;
  return ApiProperty(property(rest, { description, example, optional }));
}
