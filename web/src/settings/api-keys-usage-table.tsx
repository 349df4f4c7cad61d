import { Table } from '@mantine/core';
import { ChartTable } from '../ui/chart-table';
import { day as dayText } from '../ui/formats';
import { type DayOfRequests } from './api-keys-usage-data';

/** The figures of the chart, latest first. */
export function KeyUsageTable({ days }: { days: readonly DayOfRequests[] }) {
  const used = days.filter(({ succeeded, refused, failed }) => succeeded + refused + failed > 0);
  return (
    <ChartTable>
      <Table mt="xs" aria-label="Requests per day">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Day (UTC)</Table.Th>
            <Table.Th scope="col">Succeeded</Table.Th>
            <Table.Th scope="col">Refused</Table.Th>
            <Table.Th scope="col">Failed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {used.toReversed().map(({ day, succeeded, refused, failed }) => (
            <Table.Tr key={day}>
              <Table.Td>{dayText(day)}</Table.Td>
              <Table.Td>{succeeded}</Table.Td>
              <Table.Td>{refused}</Table.Td>
              <Table.Td>{failed}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ChartTable>
  );
}
