import {
  Group,
  Paper,
  SegmentedControl,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { lazy, Suspense, useState } from 'react';

import { money } from '../ui/formats';
import { MonthsTable } from './months-table';
import { type CurrencyTotals, monthName } from './months';

const MonthsChart = lazy(() => import('./months-chart'));

/** What was invoiced this month and in the last year; one currency at a time, as two cannot be added. */
export function Figures({ currencies }: { currencies: readonly CurrencyTotals[] }) {
  const [chosen, setChosen] = useState<string>();
  const totals = currencies.find(({ currency }) => currency === chosen) ?? currencies[0];
  if (totals === undefined) return <Text>Nothing was invoiced in the last twelve months.</Text>;
  return (
    <Stack component="section" aria-label="Figures">
      {currencies.length > 1 && (
        <SegmentedControl
          aria-label="Currency"
          style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }}
          data={currencies.map(({ currency }) => currency)}
          value={totals.currency}
          onChange={setChosen}
        />
      )}
      <MonthFigures totals={totals} />
      <Paper withBorder p="md">
        <Title order={2} size="h4" mb="md">
          Last twelve months
        </Title>
        <Suspense fallback={<Skeleton h={240} />}>
          <MonthsChart totals={totals} />
        </Suspense>
        <MonthsTable totals={totals} />
      </Paper>
    </Stack>
  );
}

function MonthFigures({ totals: { currency, months } }: { totals: CurrencyTotals }) {
  const current = months.at(-1);
  const former = months.at(-2);
  if (current === undefined || former === undefined) return null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      <Figure name="Invoiced this month" value={money(current.total, currency)} />
      <Figure name="Invoices this month" value={String(current.invoices)} />
      <Figure
        name={`Invoiced in ${monthName(former.month, 'long')}`}
        value={money(former.total, currency)}
      />
    </SimpleGrid>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <Paper withBorder p="md">
      <Group
        gap={4}
        component="dl"
        m={0}
        style={{ flexDirection: 'column', alignItems: 'stretch' }}
      >
        <Text component="dt" size="sm" c="dimmed">
          {name}
        </Text>
        <Text component="dd" m={0} fz={24} fw={650} className="amount" ta="left">
          {value}
        </Text>
      </Group>
    </Paper>
  );
}
