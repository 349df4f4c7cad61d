import { Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { CodeSelect } from '../ui/code-select';
import { unitCodes } from '../ui/unit-codes';
import { type Fields } from './fields';
import { type LineValues } from './invoice-values';
import { Taxes } from './taxes';

interface LineMoreProps {
  readonly line: LineValues;
  readonly fields: Fields;
  readonly amountOff: boolean;
  readonly onAmountOff: (amountOff: boolean) => void;
  readonly currency: string;
}

/** The parts of a line that most lines do without. */
export function LineMore({ line, fields, amountOff, onAmountOff, currency }: LineMoreProps) {
  const { amount, percent, reason } = line.discount ?? {};
  const switchTo = (byAmount: boolean) => {
    const figure = amount ?? percent;
    onAmountOff(byAmount);
    const next = { [byAmount ? 'amount' : 'percent']: figure, reason };
    const empty = figure === undefined && reason === undefined;
    fields.change('/discount', empty ? undefined : next);
  };
  return (
    <Stack gap="sm" pb="xs">
      <Textarea
        label="Details"
        description="Small print under the description."
        autosize
        minRows={1}
        maxRows={8}
        {...fields.text('/details')}
      />
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label="Discount in"
          data={[
            { value: 'percent', label: '%' },
            { value: 'amount', label: currency },
          ]}
          value={amountOff ? 'amount' : 'percent'}
          onChange={({ currentTarget }) => {
            switchTo(currentTarget.value === 'amount');
          }}
        />
        <TextInput
          label="Reason for the discount"
          flex={1}
          miw={180}
          {...fields.text('/discount/reason')}
        />
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <CodeSelect
          label="Unit code"
          placeholder="That of the unit"
          data={unitCodes}
          field={fields.text('/unit_code')}
          onChoose={(code) => {
            fields.change('/unit_code', code);
          }}
        />
        <TextInput
          label="Period from"
          type="date"
          data-speaks-for={fields.text('/period').name}
          {...fields.text('/period/start')}
        />
        <TextInput label="Period to" type="date" {...fields.text('/period/end')} />
      </SimpleGrid>
      <Taxes taxes={line.taxes} rate={line.tax_rate} fields={fields} />
    </Stack>
  );
}
