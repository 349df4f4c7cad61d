import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { type FieldProps } from './fields';

type Party = components['schemas']['RecipientDto'];

interface RecipientNameProps {
  readonly field: FieldProps;
  readonly onChoose: (recipient: Party) => void;
}

/** The recipient's name, with those of earlier invoices to choose from. */
export function RecipientName({ field, onChoose }: RecipientNameProps) {
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
  const known = data?.data ?? [];
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(index) => {
        const chosen = known[Number(index)];
        if (chosen) onChoose(chosen);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          label="Name"
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
      <Combobox.Dropdown hidden={known.length === 0}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label="Earlier recipients">
          {known.map((recipient, index) => (
            <Combobox.Option key={JSON.stringify(recipient)} value={String(index)}>
              <Text size="sm">{recipient.name}</Text>
              <Text size="xs" c="dimmed">
                {[recipient.email, recipient.address?.city].filter(Boolean).join(' · ')}
              </Text>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
