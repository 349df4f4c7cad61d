import { Group, Stack, Text, TextInput } from '@mantine/core';
import { type Invoice } from '../invoices/create-request';
import { money } from '../ui/formats';
import { type CreditLeft, type CreditNoteRequest } from './credit-data';
import styles from './crediting.module.css';

/** How many of each line are credited, as typed, by the places of the lines. */
export type Quantities = Readonly<Record<number, string>>;

interface CreditLinesProps {
  readonly invoice: Invoice;
  readonly left: CreditLeft;
  readonly quantities: Quantities;
  readonly faultOf: (index: number) => string | undefined;
  readonly onChange: (quantities: Quantities) => void;
}

/** The lines of which something is left, each with the quantity that is credited. */
export function CreditLines({ invoice, left, quantities, faultOf, onChange }: CreditLinesProps) {
  const some = left.lines.filter(({ quantity }) => /[1-9]/.test(quantity));
  return (
    <Stack component="ul" gap="sm" m={0} p={0} className={styles['lines']}>
      {some.map(({ index, quantity, amount }) => {
        const { description = '', unit } = invoice.line_items[index] ?? {};
        return (
          <Group key={index} component="li" wrap="nowrap" align="flex-start" gap="sm">
            <div className={styles['line']}>
              <Text size="sm" fw={600}>
                {description}
              </Text>
              <Text size="sm" c="dimmed">
                {quantity} {unit ?? ''} left, {money(amount, invoice.currency)}
              </Text>
            </div>
            <TextInput
              w={110}
              inputMode="decimal"
              placeholder="0"
              aria-label={`How many of line ${index + 1}: ${description}`}
              name={`/lines/${requestedLines(quantities).findIndex((line) => line.index === index)}/quantity`}
              error={faultOf(index)}
              value={quantities[index] ?? ''}
              onChange={({ currentTarget }) => {
                onChange({ ...quantities, [index]: currentTarget.value });
              }}
            />
          </Group>
        );
      })}
    </Stack>
  );
}

/** The lines of the request: those with a quantity. */
export function requestedLines(quantities: Quantities): NonNullable<CreditNoteRequest['lines']> {
  return Object.entries(quantities).flatMap(([index, typed]) => {
    const quantity = typed.trim();
    return quantity === '' ? [] : [{ index: Number(index), quantity }];
  });
}
