import { ColorInput, Input, SegmentedControl, Select } from '@mantine/core';
import { useId } from 'react';
import { type JsonForm } from '../ui/json-form';
import {
  logoPositions,
  readableColors,
  usualColor,
  usualLogoPosition,
  usualTemplate,
} from '../ui/looks';
import { Section } from '../ui/section';
import { type TemplateOption, useTemplates } from '../ui/templates';
import { type Profile } from './organization-profile';

interface LooksProps {
  readonly form: JsonForm<Profile>;
}

/** What the invoices look like; the preview beside the form follows. */
export function LooksSection({ form }: LooksProps) {
  const { template = usualTemplate } = form.values;
  const { options, hasOwn } = useTemplates(template);
  const help = options.find(({ value }) => value === template)?.help;
  return (
    <Section title="Appearance">
      <Layout form={form} description={help} {...{ options, hasOwn }} />
      <Choice
        form={form}
        pointer="/logo_position"
        label="Position of the logo"
        description="Pages in languages that run from right to left are mirrored."
        data={logoPositions}
        usual={usualLogoPosition}
      />
      <ColorInput
        label="Accent colour"
        description="Of headings and lines. Text in a light colour is printed darker, so that it can be read."
        placeholder={usualColor}
        swatches={readableColors}
        swatchesPerRow={11}
        eyeDropperButtonProps={{ 'aria-label': 'Pick a colour from the screen' }}
        {...form.text('/accent_color')}
        onChange={(next) => {
          form.change('/accent_color', next === '' ? undefined : next);
        }}
      />
    </Section>
  );
}

interface LayoutProps extends LooksProps {
  readonly description: string | undefined;
  readonly options: readonly TemplateOption[];
  readonly hasOwn: boolean;
}

/** Three layouts stand side by side; those of an operator may be many, with names of any kind. */
function Layout({ form, description, options, hasOwn }: LayoutProps) {
  const shared = { label: 'Layout', description };
  const { value, ...field } = form.text('/template');
  if (!hasOwn) {
    return (
      <Choice {...shared} form={form} pointer="/template" data={options} usual={usualTemplate} />
    );
  }
  return (
    <Select
      {...shared}
      {...field}
      data={options}
      allowDeselect={false}
      value={value === '' ? usualTemplate : value}
      onChange={(next) => {
        form.change('/template', next === usualTemplate ? undefined : (next ?? undefined));
      }}
    />
  );
}

interface ChoiceProps extends LooksProps {
  readonly pointer: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  /** The choice that leaves the field out. */
  readonly usual: string;
}

function Choice({ form, pointer, label, description, data, usual }: ChoiceProps) {
  const { value, error } = form.text(pointer);
  const labelId = useId();
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={error}
      labelElement="div"
      labelProps={{ id: labelId }}
    >
      <SegmentedControl
        mt={4}
        fullWidth
        aria-labelledby={labelId}
        data={data.map((choice) => ({ ...choice }))}
        value={value === '' ? usual : value}
        onChange={(next) => {
          form.change(pointer, next === usual ? undefined : next);
        }}
      />
    </Input.Wrapper>
  );
}
