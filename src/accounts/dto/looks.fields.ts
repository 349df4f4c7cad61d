import { Choice, type FieldOptions, Pattern } from '../../common/http/fields.js';
import { logoPositions, templateNames } from '../../pdf/template-versions.js';

/** One of the layouts. */
export function TemplateField(options: Pick<FieldOptions, 'description'>): PropertyDecorator {
  return Choice(templateNames, { ...options, optional: true, example: 'classic' });
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
