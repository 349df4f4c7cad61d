import { applyDecorators } from '@nestjs/common';
import { type Fault } from '../errors/app-error.js';
import { pointer } from '../errors/pointer.js';
import { type Check, object, type Problem } from './checks.js';
import { Field, type FieldOptions, Untouched } from './fields.js';

const metadataEntriesMax = 50;
const metadataNameMax = 40;
const metadataValueMax = 500;

const metadata: Check = (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { code: 'wrong_type', message: 'Expected an object of texts.' };
  }
  const entries = Object.entries(value);
  if (entries.length > metadataEntriesMax) {
    return { code: 'too_many', message: `At most ${metadataEntriesMax} entries are allowed.` };
  }
  return undefined;
};

/** What is wrong with one entry of metadata. */
function metadataFault(name: string, value: unknown): Problem | undefined {
  if (name.length < 1 || name.length > metadataNameMax) {
    return {
      code: 'wrong_metadata',
      message: `Names of metadata may have 1 to ${metadataNameMax} characters.`,
    };
  }
  if (typeof value === 'string' && value.length <= metadataValueMax) return undefined;
  return {
    code: 'wrong_metadata',
    message: `Values of metadata must be texts of at most ${metadataValueMax} characters.`,
  };
}

/** Free data of the caller: stored and given back, never printed. */
export function Metadata(options: FieldOptions): PropertyDecorator {
  const schema = {
    type: 'object',
    additionalProperties: { type: 'string', maxLength: metadataValueMax },
  };
  return applyDecorators(Field(schema, metadata, options), Untouched());
}

/** What is wrong with the entries of metadata, which may be anything; that it is no object its field says. */
export function metadataFaults(entries: unknown): Fault[] {
  if (object(entries) !== undefined) return [];
  return Object.entries(entries as object).flatMap(([name, value]) => {
    const problem = metadataFault(name, value);
    return problem === undefined
      ? []
      : [{ pointer: pointer('metadata', name.slice(0, 60)), ...problem }];
  });
}
