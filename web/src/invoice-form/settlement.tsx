import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  Select,
  SimpleGrid,
  TextInput,
} from '@mantine/core';
import { PlusIcon, TrashIcon } from '@heroicons/react/24/outline';
import { type Session } from '../session/session';
import { focusSoon } from '../ui/field-at';
import { currencies } from '../ui/regions';
import { type Fields } from './fields';
import { type InvoiceValues } from './invoice-values';

const withholdingsMax = 5;

interface SettlementProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
  /** It rounds invoices in its own currency. */
  readonly organization: Session['organization'];
  readonly currency: string;
}

/** What few invoices need: part payments, withholdings, rounding to coins, and the tax in a second currency. */
export function Settlement({ values, fields, organization, currency }: SettlementProps) {
  const usualRounding = currency === organization.currency ? organization.cash_rounding : undefined;
  const rate = fields.decimal('/exchange_rate');
  return (
    <>
      <Withholdings {...{ values, fields }} />
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="sm">
        <TextInput label="Amount already paid" {...fields.decimal('/prepaid_amount')} />
        <TextInput
          label="Round amount due to"
          placeholder={usualRounding ?? '0.05'}
          {...fields.decimal('/cash_rounding')}
        />
        <Select
          label="Tax total also in"
          placeholder="No second currency"
          data={currencies}
          searchable
          clearable
          limit={200}
          nothingFoundMessage="No such currency"
          name="/tax_currency"
          error={fields.error('/tax_currency')}
          value={values.tax_currency ?? null}
          onChange={(code) => {
            fields.change('/tax_currency', code ?? undefined);
            if (code === null) fields.change('/exchange_rate', undefined);
          }}
        />
        {(values.tax_currency !== undefined || rate.value !== '') && (
          <TextInput label={`1 ${currency} in ${values.tax_currency ?? '…'}`} {...rate} />
        )}
      </SimpleGrid>
    </>
  );
}

function Withholdings({ values, fields }: Pick<SettlementProps, 'values' | 'fields'>) {
  const list = values.withholdings ?? [];
  const put = (next: typeof list) => {
    fields.change('/withholdings', next.length > 0 ? next : undefined);
  };
  return (
    <>
      {list.map((withholding, index) => (
        <Group
          key={index}
          gap="xs"
          align="flex-start"
          role="group"
          aria-label={`Withholding ${index + 1}`}
        >
          <TextInput
            label="Withholding"
            placeholder="IRPF"
            flex={1}
            miw={130}
            {...fields.text(`/withholdings/${index}/name`)}
          />
          <TextInput label="Rate %" w={90} {...fields.decimal(`/withholdings/${index}/rate`)} />
          <NativeSelect
            label="Of"
            data={[
              { value: 'net', label: 'net amount' },
              { value: 'tax', label: 'tax' },
            ]}
            value={withholding.base ?? 'net'}
            onChange={({ currentTarget }) => {
              const base = currentTarget.value === 'net' ? undefined : currentTarget.value;
              fields.change(`/withholdings/${index}/base`, base);
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            mt={24}
            aria-label={`Remove withholding ${index + 1}`}
            onClick={() => {
              put(list.filter((_, at) => at !== index));
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
        data-speaks-for="/withholdings"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<PlusIcon width={16} />}
        disabled={list.length >= withholdingsMax}
        onClick={() => {
          put([...list, {}]);
          focusSoon(`/withholdings/${list.length}/name`);
        }}
      >
        Add withholding
      </Button>
    </>
  );
}
