import { applyDecorators } from '@nestjs/common';
import { type Fault } from '../../common/errors/app-error.js';
import { pointer } from '../../common/errors/pointer.js';
import { language, object, type Problem, text } from '../../common/http/checks.js';
import { Field, type FieldOptions, Untouched } from '../../common/http/fields.js';
import { unknownField } from '../../common/http/read-request.js';
import { isLabelName, labelNames, labelPlaces, placesIn } from '../../common/i18n/labels.js';
import { languages } from '../../common/i18n/languages.js';

const labelMax = 60;
const knownLanguage = language();
const labelText = text({ max: labelMax });

/** Wordings of an account's own: `{"en": {"invoice": "Tax invoice"}}`; {@link labelFaults} looks inside. */
export function OwnLabels(options: FieldOptions): PropertyDecorator {
  const wording = { type: 'string', minLength: 1, maxLength: labelMax };
  const properties = Object.fromEntries(labelNames.map((name) => [name, wording]));
  const inLanguage = { type: 'object', properties, additionalProperties: false };
  const propertyNames = { type: 'string', enum: [...languages] };
  const schema = { type: 'object', propertyNames, additionalProperties: inLanguage };
  return applyDecorators(Field(schema, object, options), Untouched());
}

/** Everything that is wrong inside a value of {@link OwnLabels}, which may be anything. */
export function labelFaults(labels: unknown): Fault[] {
  if (object(labels) !== undefined) return [];
  return Object.entries(labels as object).flatMap(([tag, wordings]: [string, unknown]) => {
    const problem = knownLanguage(tag) ?? object(wordings);
    if (problem !== undefined)
      return [{ pointer: pointer('labels', tag.slice(0, 60)), ...problem }];
    return Object.entries(wordings as object).flatMap(([name, wording]) => {
      const fault = wordingProblem(name, wording);
      return fault === undefined
        ? []
        : [{ pointer: pointer('labels', tag, name.slice(0, 60)), ...fault }];
    });
  });
}

function wordingProblem(name: string, wording: unknown): Problem | undefined {
  if (!isLabelName(name)) return unknownField(name, labelNames);
  return labelText(wording) ?? placesProblem(labelPlaces[name], placesIn(wording as string));
}

function placesProblem(needed: readonly string[], found: readonly string[]): Problem | undefined {
  const sorted = (places: readonly string[]) => [...places].sort().join();
  if (sorted(needed) === sorted(found)) return undefined;
  const places = needed.map((place) => `{${place}}`).join(' and ');
  return {
    code: 'wrong_places',
    message:
      needed.length === 0
        ? 'This label has no part in braces.'
        : `This label needs ${places} once, and no other part in braces.`,
  };
}
