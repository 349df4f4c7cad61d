import { type Check, text } from '../../common/http/checks.js';
import { Field } from '../../common/http/fields.js';
import { isUnitCode } from '../../einvoice/codes/unit-codes.js';

const unitCode: Check = (value) => {
  const problem = text({ max: 3 })(value);
  if (problem !== undefined) return problem;
  return isUnitCode(value as string)
    ? undefined
    : {
        code: 'unknown_unit_code',
        message: 'This is not a code of UN/ECE Recommendation 20 or 21.',
        hint: 'Use a code such as "HUR" for hours, "DAY" for days or "H87" for pieces.',
      };
};

/** A unit as a code of UN/ECE Recommendation 20 or 21, for e-invoices; optional. */
export function UnitCodeField(): PropertyDecorator {
  return Field({ type: 'string', maxLength: 3 }, unitCode, {
    optional: true,
    description:
      'Code of the unit (UN/ECE Rec 20) for e-invoices. Left out: that of the unit where it is an everyday name such as "hours"; one (C62) without a unit.',
    example: 'HUR',
  });
}
