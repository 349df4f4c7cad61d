import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { languages, noLanguage, secondLanguages } from '../ui/languages';
import { currencies } from '../ui/regions';
import { Section } from '../ui/section';
import { type JsonForm } from '../ui/json-form';
import { NextNumber } from './organization-next-number';
import { type Profile } from './organization-profile';

interface DefaultsProps {
  readonly form: JsonForm<Profile>;
}

const two = { base: 1, xs: 2 };

/** What invoices use unless they say otherwise. */
export function DefaultsSection({ form }: DefaultsProps) {
  const terms = form.text('/payment_terms_days');
  const { values } = form;
  return (
    <Section title="Invoices">
      <SimpleGrid cols={two} spacing="sm">
        <Choice form={form} pointer="/currency" label="Currency" data={currencies} />
        <Choice form={form} pointer="/language" label="Language" data={languages} />
        <Choice
          form={form}
          pointer="/second_language"
          label="Second language"
          data={secondLanguages}
          empty={noLanguage}
        />
        <Choice
          form={form}
          pointer="/time_zone"
          label="Time zone"
          data={timeZones(values.time_zone)}
        />
        <NumberInput
          label="Payment terms"
          placeholder="Days until payment is due"
          suffix={values.payment_terms_days === 1 ? ' day' : ' days'}
          allowDecimal={false}
          hideControls
          {...terms}
          value={values.payment_terms_days ?? ''}
          onChange={(days) => {
            form.change('/payment_terms_days', days === '' ? undefined : days);
          }}
        />
        <Select
          label="Round amounts due to"
          data={['0.05', '0.10', '0.50', '1', '5', '10', '100']}
          placeholder="Not rounded"
          clearable
          name="/cash_rounding"
          error={form.error('/cash_rounding')}
          value={values.cash_rounding ?? null}
          onChange={(step) => {
            form.change('/cash_rounding', step ?? undefined);
          }}
        />
      </SimpleGrid>
      <TextInput
        label="Number format"
        description="{0001} counts; {YYYY}, {YY} and {MM} start a new count each year or month."
        autoComplete="off"
        spellCheck={false}
        {...form.text('/number_format')}
        onChange={({ currentTarget }) => {
          // Left out, the stored format would stay; an empty one is refused in words.
          form.change('/number_format', currentTarget.value);
        }}
      />
      <NextNumber format={values.number_format ?? ''} />
    </Section>
  );
}

interface ChoiceProps extends DefaultsProps {
  readonly pointer: string;
  readonly label: string;
  /** The choice that leaves the field out. */
  readonly empty?: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ form, pointer, label, data, empty }: ChoiceProps) {
  const { value, ...field } = form.text(pointer);
  return (
    <Select
      label={label}
      data={data}
      searchable
      allowDeselect={false}
      nothingFoundMessage="Nothing has this name"
      {...field}
      value={value === '' ? (empty ?? null) : value}
      onChange={(next) => {
        form.change(pointer, next === null || next === empty ? undefined : next);
      }}
    />
  );
}

function timeZones(stored: string | undefined): { value: string; label: string }[] {
  const names = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);
  // Browsers list one name of each zone; the stored one may be another.
  if (stored !== undefined) names.add(stored);
  return [...names].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
