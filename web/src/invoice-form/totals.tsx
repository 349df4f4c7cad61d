import { Group, Stack, Text } from '@mantine/core';
import { settlementSums, sumsOf } from '../invoices/totals';
import { money } from '../ui/formats';
import { type PreviewAnswer } from './use-preview';

interface TotalsProps {
  readonly answer: PreviewAnswer | undefined;
  readonly updating: boolean;
  /** Something typed since then cannot be calculated. */
  readonly outdated: boolean;
}

/** The figures below the items, as the server calculates them. */
export function Totals({ answer, updating, outdated }: TotalsProps) {
  if (answer === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {outdated ? 'No total yet.' : 'The total appears as soon as an item has a price.'}
      </Text>
    );
  }
  return (
    <div>
      <Stack gap={4} component="dl" m={0} aria-busy={updating} miw={{ base: '100%', xs: 280 }}>
        {sumsOf(answer).map((sum, index) => (
          <Row key={index} {...sum} />
        ))}
        <Row name="Total" amount={money(answer.total, answer.currency)} strong />
        {settlementSums(answer).map((sum, index) => (
          <Row key={index} {...sum} />
        ))}
      </Stack>
      {outdated && (
        <Text size="xs" c="dimmed" ta="right">
          Without your last changes
        </Text>
      )}
    </div>
  );
}

function Row({ name, amount, strong = false }: { name: string; amount: string; strong?: boolean }) {
  return (
    <Group justify="space-between" gap="md" wrap="nowrap">
      <Text component="dt" size="sm" fw={strong ? 650 : undefined}>
        {name}
      </Text>
      <Text component="dd" m={0} size="sm" className="amount" fw={strong ? 650 : undefined}>
        {amount}
      </Text>
    </Group>
  );
}
