import { ColorInput, Select, SimpleGrid } from '@mantine/core';
import { type Session } from '../session/session';
import {
  logoPositions,
  readableColors,
  usualColor,
  usualLogoPosition,
  usualTemplate,
} from '../ui/looks';
import { useTemplates } from '../ui/templates';
import { type Fields } from './fields';
import { type InvoiceValues } from './invoice-values';

interface LooksProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
  readonly organization: Session['organization'];
}

/** What this invoice looks like, if not as the invoices of the organization always do. */
export function Looks({ values, fields, organization }: LooksProps) {
  const select = (pointer: string, value: string | undefined, otherwise: string) => {
    const { name, error, onBlur } = fields.text(pointer);
    return {
      ...{ name, error, onBlur, allowDeselect: false },
      value: value ?? otherwise,
      onChange: (next: string | null) => {
        fields.change(pointer, next === otherwise ? undefined : (next ?? undefined));
      },
    };
  };
  const { name, value, error, onBlur } = fields.text('/accent_color');
  const usual = organization.template ?? usualTemplate;
  const { options } = useTemplates(values.template ?? usual);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="sm">
      <Select label="Layout" data={options} {...select('/template', values.template, usual)} />
      <Select
        label="Position of the logo"
        data={logoPositions}
        {...select(
          '/logo_position',
          values.logo_position,
          organization.logo_position ?? usualLogoPosition,
        )}
      />
      <ColorInput
        label="Accent colour"
        placeholder={organization.accent_color ?? usualColor}
        swatches={readableColors}
        swatchesPerRow={11}
        eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
        {...{ name, value, error, onBlur }}
        onChange={(next) => {
          fields.change('/accent_color', next === '' ? undefined : next);
        }}
      />
    </SimpleGrid>
  );
}
