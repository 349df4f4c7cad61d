import { ActionIcon, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { PlusIcon, TrashIcon } from '@heroicons/react/24/outline';
import { type Fields } from './fields';
import { type TaxValues } from './invoice-values';
import { isExempt, kindOf, ofKind, taxKinds } from './tax-kinds';
import { TaxPresetMenu } from './tax-preset-menu';

const taxesMax = 10;

interface TaxesProps {
  readonly taxes: readonly TaxValues[] | undefined;
  /** The single rate that named taxes take the place of. */
  readonly rate: string | undefined;
  readonly fields: Fields;
}

/** Named taxes, for lines with several of them or with one whose name or kind matters. */
export function Taxes({ taxes, rate, fields }: TaxesProps) {
  const put = (next: readonly TaxValues[]) => {
    fields.change('/tax_rate', undefined);
    fields.change('/taxes', next.length > 0 ? next : undefined);
  };
  const full = (taxes?.length ?? 0) >= taxesMax;
  return (
    <Stack gap="xs" align="flex-start">
      {taxes?.map((tax, index) => (
        <Tax
          key={index}
          {...{ tax, index, fields }}
          onRemove={() => {
            put(taxes.filter((_, at) => at !== index));
          }}
        />
      ))}
      <Group gap="xs">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<PlusIcon width={16} />}
          onClick={() => {
            put([...(taxes ?? []), taxes === undefined && rate !== undefined ? { rate } : {}]);
          }}
          disabled={full}
        >
          {taxes === undefined ? 'Name the tax or add several' : 'Add tax'}
        </Button>
        {taxes !== undefined && (
          <TaxPresetMenu
            disabled={full}
            choose={(tax) => {
              put([...taxes.filter(isBegun), tax]);
            }}
          />
        )}
      </Group>
    </Stack>
  );
}

interface TaxProps {
  readonly tax: TaxValues;
  readonly index: number;
  readonly fields: Fields;
  readonly onRemove: () => void;
}

function Tax({ tax, index, fields, onRemove }: TaxProps) {
  const place = `/taxes/${index}`;
  const kind = kindOf(tax);
  const exempt = isExempt(kind);
  return (
    <Stack gap={4} role="group" aria-label={`Tax ${index + 1}`}>
      <Group gap="xs" align="flex-end">
        <TextInput label="Tax name" placeholder="VAT" w={130} {...fields.text(`${place}/name`)} />
        <TextInput
          label="Rate %"
          w={80}
          {...fields.decimal(`${place}/rate`)}
          readOnly={exempt && tax.rate === '0'}
        />
        <NativeSelect
          label="Kind"
          data={taxKinds}
          w={190}
          value={kind}
          error={fields.error(`${place}/category`)}
          onChange={({ currentTarget }) => {
            fields.change(place, ofKind(tax, currentTarget.value));
          }}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          aria-label={`Remove tax ${index + 1}`}
          onClick={onRemove}
        >
          <TrashIcon width={18} />
        </ActionIcon>
      </Group>
      {exempt && (
        <TextInput
          label="Reason"
          placeholder="The usual sentence, in the language of the invoice"
          {...fields.text(`${place}/exemption_reason`)}
        />
      )}
    </Stack>
  );
}

function isBegun(tax: TaxValues): boolean {
  return Object.keys(tax).length > 0;
}
