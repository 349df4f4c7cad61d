import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { PlusIcon, TrashIcon } from '@heroicons/react/24/outline';
import { type Fields } from './fields';

const taxesMax = 10;

interface TaxesProps {
  readonly taxes: readonly { readonly name?: string; readonly rate?: string }[] | undefined;
  /** The single rate that named taxes take the place of. */
  readonly rate: string | undefined;
  readonly fields: Fields;
}

/** Named taxes, for lines with several of them or with one whose name matters. */
export function Taxes({ taxes, rate, fields }: TaxesProps) {
  const add = () => {
    fields.change('/tax_rate', undefined);
    fields.change('/taxes', [...(taxes ?? []), taxes === undefined ? { rate } : {}]);
  };
  const remove = (index: number) => {
    const others = taxes?.filter((_, at) => at !== index) ?? [];
    fields.change('/taxes', others.length > 0 ? others : undefined);
  };
  return (
    <Stack gap="xs" align="flex-start">
      {taxes?.map((_tax, index) => (
        <Group
          key={index}
          gap="xs"
          align="flex-end"
          wrap="nowrap"
          role="group"
          aria-label={`Tax ${index + 1}`}
        >
          <TextInput label="Tax name" placeholder="VAT" {...fields.text(`/taxes/${index}/name`)} />
          <TextInput label="Rate %" w={90} {...fields.decimal(`/taxes/${index}/rate`)} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={34}
            aria-label={`Remove tax ${index + 1}`}
            onClick={() => {
              remove(index);
            }}
          >
            <TrashIcon width={18} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<PlusIcon width={16} />}
        onClick={add}
        disabled={(taxes?.length ?? 0) >= taxesMax}
      >
        {taxes === undefined ? 'Name the tax or add several' : 'Add tax'}
      </Button>
    </Stack>
  );
}
