import { ActionIcon, Button, Group, SimpleGrid, TextInput } from '@mantine/core';
import { PlusIcon, TrashIcon } from '@heroicons/react/24/outline';
import { focusSoon } from '../ui/field-at';
import { type Fields } from './fields';
import { type InvoiceValues } from './invoice-values';

interface ReferencesProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
}

const precedingMax = 50;

/** What the invoice refers to beside the recipient's purchase order. */
export function References({ values, fields }: ReferencesProps) {
  const field = (name: string) => ({ autoComplete: 'off', ...fields.text(`/references/${name}`) });
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label="Contract" {...field('contract')} />
        <TextInput label="Project" {...field('project')} />
        <TextInput label="Sales order" placeholder="Your own number" {...field('sales_order')} />
        <TextInput
          label="Accounting reference"
          placeholder="Where the recipient books it"
          {...field('accounting')}
        />
      </SimpleGrid>
      <PrecedingInvoices {...{ values, fields }} />
    </>
  );
}

/** Invoices that this one follows, such as those of part payments. */
function PrecedingInvoices({ values, fields }: ReferencesProps) {
  const list = values.preceding_invoices ?? [];
  const put = (next: readonly object[]) => {
    fields.change('/preceding_invoices', next.length > 0 ? next : undefined);
  };
  return (
    <>
      {list.map((_, index) => (
        <Group
          key={index}
          gap="xs"
          align="flex-start"
          wrap="nowrap"
          role="group"
          aria-label={`Earlier invoice ${index + 1}`}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" flex={1}>
            <TextInput
              label="Earlier invoice"
              placeholder="Its number"
              {...fields.text(`/preceding_invoices/${index}/number`)}
            />
            <TextInput
              label="Its date"
              type="date"
              {...fields.text(`/preceding_invoices/${index}/date`)}
            />
          </SimpleGrid>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            mt={24}
            aria-label={`Remove earlier invoice ${index + 1}`}
            onClick={() => {
              put(list.filter((__, other) => other !== index));
            }}
          >
            <TrashIcon width={18} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        px={4}
        style={{ alignSelf: 'flex-start' }}
        leftSection={<PlusIcon width={16} />}
        data-speaks-for="/preceding_invoices"
        disabled={list.length >= precedingMax}
        onClick={() => {
          put([...list, {}]);
          focusSoon(`/preceding_invoices/${list.length}/number`);
        }}
      >
        Add earlier invoice
      </Button>
    </>
  );
}
