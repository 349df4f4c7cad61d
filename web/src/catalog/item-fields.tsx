import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { type JsonForm } from '../ui/json-form';
import { CodeSelect } from '../ui/code-select';
import { currencies } from '../ui/regions';
import { unitCodes } from '../ui/unit-codes';
import { type ItemRequest } from './catalog-data';
import { OptionalChoice } from './optional-choice';

/** The fields that the form of an item has; metadata is for software. */
export const itemFieldNames = [
  'description',
  'external_id',
  'details',
  'unit',
  'unit_code',
  'unit_price',
  'currency',
  'tax_rate',
] as const satisfies readonly (keyof ItemRequest)[];

interface ItemFieldsProps {
  readonly form: JsonForm<Partial<ItemRequest>>;
  /** Taxes with names of their own, which software has stored. */
  readonly taxes: string | undefined;
}

/** What is said of an item. */
export function ItemFields({ form, taxes }: ItemFieldsProps) {
  const field = (pointer: string) => ({ autoComplete: 'off', ...form.text(pointer) });
  return (
    <>
      <Textarea
        label="Description"
        autosize
        minRows={1}
        maxRows={6}
        required
        withAsterisk={false}
        data-autofocus
        {...field('/description')}
      />
      <Textarea
        label="Details"
        description="Small print under the description."
        autosize
        minRows={1}
        maxRows={6}
        {...field('/details')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label="Unit price"
          inputMode="decimal"
          placeholder="Another one each time"
          {...field('/unit_price')}
        />
        <OptionalChoice
          form={form}
          pointer="/currency"
          label="Currency of the price"
          data={currencies}
          none="Any currency"
        />
        <TextInput label="Unit" placeholder="hours" {...field('/unit')} />
        <CodeSelect
          label="Unit code"
          placeholder="That of the unit"
          data={unitCodes}
          field={form.text('/unit_code')}
          onChoose={(code) => {
            form.change('/unit_code', code);
          }}
        />
        <TextInput
          label="Tax %"
          inputMode="decimal"
          {...(taxes !== undefined && { description: `A rate here replaces ${taxes}.` })}
          {...field('/tax_rate')}
        />
        <TextInput
          label="External ID"
          placeholder="As your own software names it"
          {...field('/external_id')}
        />
      </SimpleGrid>
    </>
  );
}
