import { Table } from '@mantine/core';
import { ChartTable } from '../ui/chart-table';
import { money } from '../ui/formats';
import { type CurrencyTotals, monthName } from './months';

/** The figures of the chart, latest first. */
export function MonthsTable({ totals: { currency, months } }: { totals: CurrencyTotals }) {
  return (
    <ChartTable>
      <Table mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Month</Table.Th>
            <Table.Th scope="col" className="amount">
              Invoices
            </Table.Th>
            <Table.Th scope="col" className="amount">
              Total
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.toReversed().map(({ month, invoices, total }) => (
            <Table.Tr key={month}>
              <Table.Td>{monthName(month, 'long')}</Table.Td>
              <Table.Td className="amount">{invoices}</Table.Td>
              <Table.Td className="amount">{money(total, currency)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ChartTable>
  );
}
