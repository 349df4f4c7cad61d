import { Select, SimpleGrid, TextInput, Textarea } from '@mantine/core';
import { countries } from '../ui/regions';
import { RegisterChoice } from '../ui/register-choice';
import { Section } from '../ui/section';
import { type JsonForm } from '../ui/json-form';
import { type Profile } from './organization-profile';

interface FieldsProps {
  readonly form: JsonForm<Profile>;
}

const two = { base: 1, xs: 2 };

/** Who sends the invoices. */
export function IdentitySection({ form }: FieldsProps) {
  return (
    <Section title="Organization">
      <Textarea
        label="Legal name"
        description="Printed on every invoice."
        autosize
        minRows={1}
        maxRows={4}
        required
        withAsterisk={false}
        autoComplete="organization"
        {...form.text('/name')}
      />
      <SimpleGrid cols={two} spacing="sm">
        <TextInput label="E-mail" type="email" autoComplete="email" {...form.text('/email')} />
        <TextInput label="Phone" type="tel" autoComplete="tel" {...form.text('/phone')} />
        <TextInput label="Website" inputMode="url" autoComplete="url" {...form.text('/website')} />
        <TextInput
          label="Tax ID"
          placeholder="VAT, GST or other tax number"
          autoComplete="off"
          {...form.text('/tax_id')}
        />
        <TextInput
          label="Contact name"
          placeholder="Person or department to ask"
          autoComplete="off"
          {...form.text('/contact_name')}
        />
        <TextInput
          label="Registration number"
          placeholder="In the register of companies"
          autoComplete="off"
          {...form.text('/registration_number')}
        />
        <RegisterChoice form={form} />
      </SimpleGrid>
    </Section>
  );
}

/** Where the organization is. */
export function AddressSection({ form }: FieldsProps) {
  const field = (name: string) => form.text(`/address/${name}`);
  const { value, error, name } = field('country');
  return (
    <Section title="Address">
      <TextInput label="Street and number" autoComplete="address-line1" {...field('line1')} />
      <TextInput label="Address line 2" autoComplete="address-line2" {...field('line2')} />
      <SimpleGrid cols={two} spacing="sm">
        <TextInput label="Postal code" autoComplete="postal-code" {...field('postal_code')} />
        <TextInput label="City" autoComplete="address-level2" {...field('city')} />
        <TextInput label="Region" autoComplete="address-level1" {...field('region')} />
        <Select
          label="Country"
          data={countries}
          searchable
          selectFirstOptionOnChange
          clearable
          clearButtonProps={{ 'aria-label': 'Clear the country' }}
          nothingFoundMessage="No country has this name"
          name={name}
          error={error}
          value={value === '' ? null : value}
          onChange={(code) => {
            form.change('/address/country', code ?? undefined);
          }}
        />
      </SimpleGrid>
    </Section>
  );
}
