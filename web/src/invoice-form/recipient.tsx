import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { type Dispatch } from 'react';
import { CustomerLink } from './customer-link';
import { recipientOf } from './customer-values';
import { type Fields } from './fields';
import { Fold } from './fold';
import { type FormAction } from './form-state';
import { type InvoiceValues } from './invoice-values';
import { RecipientName } from './recipient-name';
import { RegisterChoice } from '../ui/register-choice';
import { countries } from '../ui/regions';

interface RecipientProps {
  readonly recipient: InvoiceValues['recipient'];
  /** The stored customer, if one was chosen. */
  readonly customer: string | undefined;
  readonly fields: Fields;
  readonly opened: ReadonlySet<string>;
  readonly dispatch: Dispatch<FormAction>;
}

/** Who gets the invoice. */
export function Recipient({ recipient, customer, fields, opened, dispatch }: RecipientProps) {
  const open = opened.has('recipient');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <RecipientName
          field={fields.text('/recipient/name')}
          onChoose={(chosen) => {
            fields.change('/customer', undefined);
            fields.change('/recipient', chosen);
          }}
          onCustomer={(chosen) => {
            fields.change('/customer', chosen.id);
            fields.change('/recipient', recipientOf(chosen));
          }}
        />
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="off"
          {...fields.text('/recipient/email')}
        />
      </SimpleGrid>
      <CustomerLink customer={customer} fields={fields} />
      <Fold
        label={
          open ? 'Address, tax ID, phone' : (summary(recipient) ?? 'Add address, tax ID, phone')
        }
        part="recipient"
        opened={opened}
        dispatch={dispatch}
      >
        <RecipientDetails recipient={recipient} fields={fields} />
      </Fold>
    </>
  );
}

function RecipientDetails({ recipient, fields }: Pick<RecipientProps, 'recipient' | 'fields'>) {
  const field = (name: string) => fields.text(`/recipient/${name}`);
  const { name, error, onBlur } = field('address/country');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput label="Street and number" autoComplete="off" {...field('address/line1')} />
      <TextInput label="Building, floor, c/o" autoComplete="off" {...field('address/line2')} />
      <TextInput label="Postal code" autoComplete="off" {...field('address/postal_code')} />
      <TextInput label="City" autoComplete="off" {...field('address/city')} />
      <TextInput label="State or region" autoComplete="off" {...field('address/region')} />
      <Select
        label="Country"
        data={countries}
        searchable
        selectFirstOptionOnChange
        clearable
        clearButtonProps={{ 'aria-label': 'No country' }}
        limit={60}
        nothingFoundMessage="No such country"
        name={name}
        error={error}
        onBlur={onBlur}
        value={recipient?.address?.country ?? null}
        onChange={(country) => {
          fields.change('/recipient/address/country', country ?? undefined);
        }}
      />
      <TextInput label="Tax ID" autoComplete="off" {...field('tax_id')} />
      <TextInput label="Phone" autoComplete="off" {...field('phone')} />
      <TextInput label="Registration number" autoComplete="off" {...field('registration_number')} />
      <RegisterChoice form={fields} at="/recipient" />
      <TextInput label="Website" autoComplete="off" {...field('website')} />
    </SimpleGrid>
  );
}

function summary(recipient: InvoiceValues['recipient']): string | undefined {
  const { address, tax_id: taxId, phone } = recipient ?? {};
  const { line1, postal_code: postalCode, city, country } = address ?? {};
  const place = [postalCode, city].filter(Boolean).join(' ');
  const known = [line1, place, country, taxId, phone].filter(Boolean);
  return known.length > 0 ? known.join(', ') : undefined;
}
