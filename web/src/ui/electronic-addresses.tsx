import { ActionIcon, Button, Group, Input, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { PlusIcon, TrashIcon } from '@heroicons/react/24/outline';
import { type ComponentProps } from 'react';
import { CodeSelect } from './code-select';
import { focusSoon } from './field-at';
import { addressSchemes } from './identifier-schemes';

type TextField = ComponentProps<typeof CodeSelect>['field'] &
  Pick<ComponentProps<typeof TextInput>, 'onChange'>;

/** What every form has. */
interface AddressFields {
  text(pointer: string): TextField;
  error(pointer: string): string | undefined;
  change(pointer: string, value: unknown): void;
}

interface ElectronicAddressesProps {
  readonly fields: AddressFields;
  /** Where the list is. */
  readonly pointer: string;
  readonly addresses: readonly object[] | null | undefined;
  readonly help: string;
}

const addressesMax = 10;

/** Where e-invoices reach a party: addresses of several kinds. */
export function ElectronicAddresses({
  fields,
  pointer,
  addresses,
  help,
}: ElectronicAddressesProps) {
  const list = addresses ?? [];
  const put = (next: readonly object[]) => {
    fields.change(pointer, next.length > 0 ? next : undefined);
  };
  return (
    <Input.Wrapper
      label="Electronic addresses"
      labelElement="div"
      description={help}
      error={fields.error(pointer)}
    >
      <Stack gap="xs" mt={4}>
        {list.map((_, index) => (
          <Address
            key={index}
            number={index + 1}
            at={`${pointer}/${index}`}
            fields={fields}
            onRemove={() => {
              put(list.filter((__, other) => other !== index));
            }}
          />
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          px={4}
          style={{ alignSelf: 'flex-start' }}
          leftSection={<PlusIcon width={16} />}
          data-speaks-for={pointer}
          disabled={list.length >= addressesMax}
          onClick={() => {
            put([...list, {}]);
            focusSoon(`${pointer}/${list.length}/scheme`);
          }}
        >
          Add electronic address
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

interface AddressProps extends Pick<ElectronicAddressesProps, 'fields'> {
  readonly number: number;
  readonly at: string;
  readonly onRemove: () => void;
}

function Address({ number, at, fields, onRemove }: AddressProps) {
  return (
    <Group
      gap="xs"
      align="flex-start"
      wrap="nowrap"
      role="group"
      aria-label={`Electronic address ${number}`}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" flex={1}>
        <CodeSelect
          label="Kind of address"
          data={addressSchemes}
          field={fields.text(`${at}/scheme`)}
          onChoose={(scheme) => {
            fields.change(`${at}/scheme`, scheme);
          }}
        />
        <TextInput label="Electronic address" autoComplete="off" {...fields.text(`${at}/id`)} />
      </SimpleGrid>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        mt={24}
        aria-label={`Remove electronic address ${number}`}
        onClick={onRemove}
      >
        <TrashIcon width={18} />
      </ActionIcon>
    </Group>
  );
}
