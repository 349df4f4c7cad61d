import { pattern } from '../../common/http/checks.js';
import { type FieldOptions, Pattern } from '../../common/http/fields.js';

/** ASCII, so that every database finds the same ids equal. */
const rule = {
  max: 200,
  regex: /^[!-~]([ -~]*[!-~])?$/,
  expected: 'printable ASCII characters without a space at either end',
};

/** A caller's own id of a customer or item. */
export function ExternalId(
  options: Pick<FieldOptions, 'description'> & { optional?: boolean },
): PropertyDecorator {
  return Pattern({ ...rule, example: 'crm-4711', ...options });
}

/** The external id in an address. */
export class ExternalIdPathDto {
  @ExternalId({ description: 'Your own id.' }) external_id: string;
}

const check = pattern(rule);

/** Whether a value that was not checked yet can be an external id. */
export function isExternalId(value: unknown): value is string {
  return check(value) === undefined;
}
