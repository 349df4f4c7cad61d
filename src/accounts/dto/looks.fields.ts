import { name } from '../../common/http/checks.js';
import { Choice, Field, type FieldOptions, Pattern } from '../../common/http/fields.js';
import { logoPositions, templateNames } from '../../pdf/template-versions.js';

/** The name of a layout; whether there is such a one is asked of `TemplateChoice`, which knows the operator's. */
export function TemplateField({
  description,
}: Pick<FieldOptions, 'description'>): PropertyDecorator {
  return Field({ type: 'string', maxLength: 20 }, name, {
    optional: true,
    description: `${description} One of ${templateNames.join(', ')} and the layouts of this installation.`,
    example: 'classic',
  });
}

/** Where the logo stands. */
export function LogoPositionField(options: Pick<FieldOptions, 'description'>): PropertyDecorator {
  return Choice(logoPositions, { ...options, optional: true, example: 'center' });
}

/** A colour as `#rrggbb`. */
export function ColorField(options: Pick<FieldOptions, 'description'>): PropertyDecorator {
  return Pattern({
    max: 7,
    regex: /^#[0-9a-fA-F]{6}$/,
    expected: 'a colour such as "#0f766e"',
    optional: true,
    example: '#0f766e',
    ...options,
  });
}
