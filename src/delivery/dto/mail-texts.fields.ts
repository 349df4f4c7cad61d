import { applyDecorators } from '@nestjs/common';
import { type Fault } from '../../common/errors/app-error.js';
import { pointer } from '../../common/errors/pointer.js';
import { type Check, language, object, type Problem, text } from '../../common/http/checks.js';
import { Field, type FieldOptions, Untouched } from '../../common/http/fields.js';
import { nearest, unknownField } from '../../common/http/read-request.js';
import { languages } from '../../common/i18n/languages.js';
import { placeholders, type TemplateFault, templateFaults } from '../domain/mail-template.js';

const limits = { subject: 200, message: 5_000 } as const;
const fieldNames = Object.keys(limits) as (keyof typeof limits)[];

const checks: Readonly<Record<string, Check>> = {
  subject: text({ max: limits.subject }),
  message: text({ max: limits.message, multiline: true, linesMax: 200 }),
};
const knownLanguage = language();

/** Texts of mails by language: `{"de": {"subject": "…"}}`; {@link mailTextFaults} looks inside. */
export function OwnMailTextsField(options: FieldOptions): PropertyDecorator {
  const properties = Object.fromEntries(
    fieldNames.map((name) => [name, { type: 'string', minLength: 1, maxLength: limits[name] }]),
  );
  const inLanguage = { type: 'object', properties, additionalProperties: false };
  const propertyNames = { type: 'string', enum: [...languages] };
  const schema = { type: 'object', propertyNames, additionalProperties: inLanguage };
  return applyDecorators(Field(schema, object, options), Untouched());
}

/** Everything that is wrong inside a value of {@link OwnMailTextsField}, which may be anything. */
export function mailTextFaults(texts: unknown): Fault[] {
  if (object(texts) !== undefined) return [];
  return Object.entries(texts as object).flatMap(([tag, template]: [string, unknown]) => {
    const problem = knownLanguage(tag) ?? object(template);
    if (problem !== undefined) return [{ pointer: pointer('texts', tag.slice(0, 60)), ...problem }];
    return Object.entries(template as object).flatMap(([name, value]: [string, unknown]) =>
      templateProblems(name, value).map((fault) => ({
        pointer: pointer('texts', tag, name.slice(0, 60)),
        ...fault,
      })),
    );
  });
}

function templateProblems(name: string, value: unknown): Problem[] {
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
  if (check === undefined) return [unknownField(name, fieldNames)];
  const problem = check(value);
  return problem === undefined ? templateFaults(value as string).map(placeProblem) : [problem];
}

function placeProblem({ kind, name }: TemplateFault): Problem {
  const code = 'unknown_placeholder';
  if (kind === 'unclosed') {
    const message = 'There are two opening braces without a placeholder and two closing ones.';
    return { code, message, hint: 'For example "{{invoice_number}}".' };
  }
  if (kind === 'single_braces') {
    const message = `"{${name}}" would be sent as it stands here.`;
    return { code, message, hint: `Write "{{${name}}}" with two braces on each side.` };
  }
  const near = nearest(name, placeholders);
  return {
    code,
    message: `There is no placeholder "{{${name.slice(0, 60)}}}".`,
    hint:
      near === undefined
        ? `There are: ${placeholders.map((one) => `{{${one}}}`).join(', ')}.`
        : `Did you mean "{{${near}}}"?`,
  };
}
