import { NumberInput, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { type JsonForm } from '../ui/json-form';
import { ElectronicAddresses } from '../ui/electronic-addresses';
import { languages } from '../ui/languages';
import { countries, currencies } from '../ui/regions';
import { RegisterChoice } from '../ui/register-choice';
import { type CustomerRequest } from './catalog-data';
import { OptionalChoice } from './optional-choice';

const two = { base: 1, xs: 2 };

/** The fields that the form of a customer has; metadata is for software. */
export const customerFieldNames = [
  'name',
  'external_id',
  'email',
  'phone',
  'website',
  'tax_id',
  'registration_number',
  'registration_scheme',
  'contact_name',
  'buyer_reference',
  'electronic_addresses',
  'address',
  'language',
  'currency',
  'payment_terms_days',
  'notes',
] as const satisfies readonly (keyof CustomerRequest)[];

/** What is said of a customer. */
export function CustomerFields({ form }: { form: JsonForm<Partial<CustomerRequest>> }) {
  const field = (pointer: string) => ({ autoComplete: 'off', ...form.text(pointer) });
  const days = form.values.payment_terms_days;
  return (
    <>
      <SimpleGrid cols={two} spacing="sm">
        <TextInput label="Name" required withAsterisk={false} data-autofocus {...field('/name')} />
        <TextInput label="E-mail" type="email" {...field('/email')} />
        <TextInput label="Phone" {...field('/phone')} />
        <TextInput label="Website" {...field('/website')} />
        <TextInput label="Tax ID" {...field('/tax_id')} />
        <TextInput
          label="Contact name"
          placeholder="Person or department to ask"
          {...field('/contact_name')}
        />
        <TextInput label="Registration number" {...field('/registration_number')} />
        <RegisterChoice form={form} />
        <TextInput label="Street and number" {...field('/address/line1')} />
        <TextInput label="Building, floor, c/o" {...field('/address/line2')} />
        <TextInput label="Postal code" {...field('/address/postal_code')} />
        <TextInput label="City" {...field('/address/city')} />
        <TextInput label="State or region" {...field('/address/region')} />
        <OptionalChoice
          form={form}
          pointer="/address/country"
          label="Country"
          data={countries}
          none="No country"
        />
        <OptionalChoice
          form={form}
          pointer="/language"
          label="Language of invoices"
          data={languages}
          none="The organization’s language"
        />
        <OptionalChoice
          form={form}
          pointer="/currency"
          label="Currency of invoices"
          data={currencies}
          none="The organization’s currency"
        />
        <NumberInput
          label="Payment terms"
          placeholder="As for everybody"
          suffix={days === 1 ? ' day' : ' days'}
          allowDecimal={false}
          hideControls
          {...form.text('/payment_terms_days')}
          value={days ?? ''}
          onChange={(next) => {
            form.change('/payment_terms_days', next === '' ? undefined : next);
          }}
        />
        <TextInput
          label="External ID"
          placeholder="As your own software names it"
          {...field('/external_id')}
        />
        <TextInput
          label="Buyer reference"
          placeholder="Of authorities: the Leitweg-ID"
          {...field('/buyer_reference')}
        />
      </SimpleGrid>
      <ElectronicAddresses
        fields={form}
        pointer="/electronic_addresses"
        addresses={form.values.electronic_addresses}
        help="Where e-invoices reach the customer."
      />
      <Textarea
        label="Notes"
        description="For you only: never printed, never sent."
        autosize
        minRows={2}
        maxRows={8}
        {...field('/notes')}
      />
    </>
  );
}
