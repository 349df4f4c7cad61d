import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { countries } from '../ui/regions';
import { type Fields } from './fields';
import { type InvoiceValues } from './invoice-values';

interface DeliveryProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
}

const cols = { base: 1, xs: 2, sm: 3 };

/** When and where goods or services were supplied, and the days that the invoice is for. */
export function Delivery({ values, fields }: DeliveryProps) {
  const field = (name: string) => ({ autoComplete: 'off', ...fields.text(`/delivery/${name}`) });
  const { name, error, onBlur } = field('address/country');
  return (
    <>
      <SimpleGrid cols={cols} spacing="sm">
        <TextInput label="Delivery date" type="date" {...field('date')} />
        <TextInput
          label="Billing period from"
          type="date"
          data-speaks-for="/period"
          {...fields.text('/period/start')}
        />
        <TextInput label="Billing period to" type="date" {...fields.text('/period/end')} />
      </SimpleGrid>
      <SimpleGrid cols={cols} spacing="sm">
        <TextInput label="Delivered to" placeholder="The recipient" {...field('name')} />
        <TextInput label="Delivery street" {...field('address/line1')} />
        <TextInput label="Delivery line 2" {...field('address/line2')} />
        <TextInput label="Delivery postal code" {...field('address/postal_code')} />
        <TextInput label="Delivery city" {...field('address/city')} />
        <TextInput label="Delivery region" {...field('address/region')} />
        <Select
          label="Delivery country"
          data={countries}
          searchable
          selectFirstOptionOnChange
          clearable
          clearButtonProps={{ 'aria-label': 'No delivery country' }}
          limit={60}
          nothingFoundMessage="No such country"
          {...{ name, error, onBlur }}
          value={values.delivery?.address?.country ?? null}
          onChange={(country) => {
            fields.change('/delivery/address/country', country ?? undefined);
          }}
        />
      </SimpleGrid>
    </>
  );
}
