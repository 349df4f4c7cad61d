import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Paper, Text } from '@mantine/core';
import { money } from '../ui/formats';
import { type CurrencyTotals, monthName } from './months';

/** A bar for each month; loaded apart, as its library is as large as all the rest. */
export default function MonthsChart({ totals: { currency, months } }: { totals: CurrencyTotals }) {
  const data = months.map(({ month, total }) => ({
    month,
    // Only the height of a bar: what is read stays the exact text.
    height: Number(total),
  }));
  const exact = (month: string) => months.find((entry) => entry.month === month)?.total ?? '0';
  return (
    <div role="img" aria-label={`Bar chart of the last twelve months in ${currency}`}>
      <BarChart
        h={240}
        data={data}
        dataKey="month"
        series={[{ name: 'height', color: 'var(--mantine-color-anchor)' }]}
        maxBarWidth={48}
        tickLine="none"
        barProps={{ radius: [3, 3, 0, 0], isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        xAxisProps={{ tickFormatter: (month: string) => monthName(month, 'short') }}
        yAxisProps={{ width: 64, tickFormatter: (value: number) => shortMoney(value, currency) }}
        tooltipProps={{
          content: ({ active, label }) =>
            active && typeof label === 'string' ? (
              <Paper withBorder shadow="sm" px="sm" py="xs">
                <Text size="sm" fw={600}>
                  {monthName(label, 'long')}
                </Text>
                <Text size="sm">{money(exact(label), currency)}</Text>
              </Paper>
            ) : null,
        }}
      />
    </div>
  );
}

function shortMoney(value: number, currency: string): string {
  const format = new Intl.NumberFormat(undefined, {
    notation: 'compact',
    style: 'currency',
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  return format.format(value);
}
