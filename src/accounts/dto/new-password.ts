import { Field } from '../../common/http/fields.js';
import { newPassword, passwordLength } from '../password.js';

/** A password that is being chosen. */
export function NewPassword(options: { readonly description: string }): PropertyDecorator {
  return Field(
    {
      type: 'string',
      format: 'password',
      minLength: passwordLength.min,
      maxLength: passwordLength.max,
    },
    newPassword,
    { ...options, example: 'four random words here' },
  );
}
