import { ActionIcon, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { PlusIcon, TrashIcon } from '@heroicons/react/24/outline';
import { type Dispatch, useState } from 'react';
import { focusSoon } from '../ui/field-at';
import { fieldsOf } from './fields';
import { type Faults, type FormAction } from './form-state';
import { type AdjustmentValues, type InvoiceValues, newId } from './invoice-values';

interface Shared {
  readonly faults: Faults;
  readonly currency: string;
  readonly dispatch: Dispatch<FormAction>;
}

interface AdjustmentsProps extends Shared {
  readonly values: InvoiceValues;
}

const names = { discounts: 'discount', charges: 'charge' } as const;
const lists = ['discounts', 'charges'] as const;
type AdjustmentList = keyof typeof names;
const entriesMax = 50;

/** Discounts and charges on the whole invoice. */
export function Adjustments({ values, dispatch, ...shared }: AdjustmentsProps) {
  const put = (list: AdjustmentList, next: readonly AdjustmentValues[]) => {
    dispatch({ type: 'changed', place: `/${list}`, value: next.length > 0 ? next : undefined });
  };
  return (
    <>
      {lists.flatMap((list) =>
        (values[list] ?? []).map((entry, index, entries) => (
          <Adjustment
            key={entry.id}
            {...{ list, entry, index, dispatch, ...shared }}
            onRemove={() => {
              put(
                list,
                entries.filter(({ id }) => id !== entry.id),
              );
            }}
          />
        )),
      )}
      <Group gap="xs">
        {lists.map((list) => {
          const entries = values[list] ?? [];
          return (
            <Button
              key={list}
              variant="subtle"
              size="compact-sm"
              px={4}
              leftSection={<PlusIcon width={16} />}
              disabled={entries.length >= entriesMax}
              onClick={() => {
                put(list, [...entries, { id: newId() }]);
                focusSoon(`/${list}/${entries.length}/reason`);
              }}
            >
              {`Add ${names[list]}`}
            </Button>
          );
        })}
      </Group>
    </>
  );
}

interface AdjustmentProps extends Shared {
  readonly list: AdjustmentList;
  readonly entry: AdjustmentValues;
  readonly index: number;
  readonly onRemove: () => void;
}

function Adjustment(props: AdjustmentProps) {
  const { list, entry, index, faults, currency, dispatch, onRemove } = props;
  const [byAmount, setByAmount] = useState(list === 'charges');
  const amount = entry.amount !== undefined || (entry.percent === undefined && byAmount);
  const place = `/${list}/${entry.id}`;
  const fields = fieldsOf({ values: entry, faults, dispatch, place, pointer: `/${list}/${index}` });
  const name = names[list];
  const figure = fields.decimal(amount ? '/amount' : '/percent');
  const { taxes } = entry;
  return (
    <Group
      gap="xs"
      align="flex-start"
      role="group"
      aria-label={`${name === 'discount' ? 'Discount' : 'Charge'} ${index + 1}`}
    >
      <TextInput
        label={name === 'discount' ? 'Discount for' : 'Charge for'}
        placeholder={name === 'discount' ? 'Loyal customer' : 'Shipping'}
        flex={1}
        miw={150}
        {...fields.text('/reason')}
      />
      <TextInput
        label={amount ? 'Amount' : 'Percent'}
        w={110}
        {...figure}
        error={figure.error ?? fields.error('')}
        data-speaks-for={`/${list}/${index}`}
      />
      <NativeSelect
        label="In"
        w={80}
        data={[
          { value: 'percent', label: '%' },
          { value: 'amount', label: currency },
        ]}
        value={amount ? 'amount' : 'percent'}
        onChange={({ currentTarget }) => {
          const next = currentTarget.value === 'amount';
          setByAmount(next);
          const { percent, amount: sum, ...others } = entry;
          const value = percent ?? sum;
          const written = value === undefined ? {} : { [next ? 'amount' : 'percent']: value };
          dispatch({ type: 'changed', place, value: { ...others, ...written } });
        }}
      />
      {taxes === undefined ? (
        <TextInput
          label="Own tax %"
          placeholder="as items"
          w={100}
          {...fields.decimal('/tax_rate')}
        />
      ) : (
        <TextInput
          label="Own tax %"
          w={100}
          readOnly
          value={taxes.map(({ rate }) => rate ?? '').join('+')}
        />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        mt={24}
        aria-label={`Remove ${name} ${index + 1}`}
        onClick={onRemove}
      >
        <TrashIcon width={18} />
      </ActionIcon>
    </Group>
  );
}
