import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { type Customer, useCustomerChoice } from '../catalog/catalog-data';
import { type FieldProps } from './fields';

type Party = components['schemas']['PrintedRecipientDto'];

interface RecipientNameProps {
  readonly field: FieldProps;
  readonly onChoose: (recipient: Party) => void;
  readonly onCustomer: (customer: Customer) => void;
}

/** The recipient's name, with stored customers and those of earlier invoices to choose from. */
export function RecipientName({ field, onChoose, onCustomer }: RecipientNameProps) {
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
    },
  });
  const [q] = useDebouncedValue(field.value, 150);
  const { data } = useQuery({
    queryKey: ['recipients', q],
    queryFn: ({ signal }) =>
      answered(api.GET('/dashboard/recipients', { params: { query: { q } }, signal })),
    enabled: combobox.dropdownOpened,
    placeholderData: keepPreviousData,
  });
  const customers = useCustomerChoice(q, combobox.dropdownOpened);
  const stored = new Set(customers.map(({ name }) => name));
  const known = (data?.data ?? []).filter(({ name }) => !stored.has(name));
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        const [kind, index] = option.split(':');
        const customer = kind === 'customer' ? customers[Number(index)] : undefined;
        const earlier = kind === 'earlier' ? known[Number(index)] : undefined;
        if (customer) onCustomer(customer);
        if (earlier) onChoose(earlier);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          label="Name"
          data-speaks-for="/recipient"
          role="combobox"
          aria-autocomplete="list"
          autoComplete="off"
          {...field}
          onChange={(event) => {
            field.onChange(event);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => {
            combobox.openDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
            field.onBlur();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={known.length + customers.length === 0}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label="Known recipients">
          <Group label="Customers" kind="customer" of={customers} />
          <Group label="Earlier recipients" kind="earlier" of={known} />
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface GroupProps {
  readonly label: string;
  readonly kind: 'customer' | 'earlier';
  readonly of: readonly (Customer | Party)[];
}

function Group({ label, kind, of }: GroupProps) {
  if (of.length === 0) return null;
  return (
    <Combobox.Group label={label}>
      {of.map(({ name, email, address }, index) => (
        <Combobox.Option key={index} value={`${kind}:${index}`}>
          <Text size="sm">{name}</Text>
          <Text size="xs" c="dimmed">
            {[email, address?.city].filter(Boolean).join(' · ')}
          </Text>
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}
