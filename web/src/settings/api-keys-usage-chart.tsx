import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { day as dayText } from '../ui/formats';
import { type DayOfRequests } from './api-keys-usage-data';

const series = [
  { name: 'succeeded', label: 'Succeeded (2xx)', color: 'var(--mantine-color-anchor)' },
  { name: 'refused', label: 'Refused (4xx)', color: 'yellow.7' },
  { name: 'failed', label: 'Failed (5xx)', color: 'red.7' },
];

/** A bar for each day; loaded apart, as its library is as large as all the rest. */
export default function KeyUsageChart({ days }: { days: readonly DayOfRequests[] }) {
  return (
    <div role="img" aria-label="Bar chart of the requests of the last 90 days">
      <BarChart
        h={220}
        data={days.map((count) => ({ ...count }))}
        dataKey="day"
        type="stacked"
        series={series}
        tickLine="none"
        barProps={{ isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        xAxisProps={{ tickFormatter: dayText, minTickGap: 40 }}
        yAxisProps={{ width: 48, allowDecimals: false }}
      />
    </div>
  );
}
