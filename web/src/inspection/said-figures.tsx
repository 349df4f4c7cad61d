import { Table, Text } from '@mantine/core';
import { Amount, Sums } from '../ui/facts';
import { type InspectedInvoice, type Inspection } from './inspection-data';
import { writtenAmount } from './written';

/** More rows would make the page slow; the JSON has them all. */
const linesMax = 100;

/** Its lines, as they are written. */
export function SaidItems({ invoice }: { invoice: InspectedInvoice }) {
  const { line_items: lines, currency } = invoice;
  return (
    <>
      <Table verticalSpacing={6} aria-label="Items">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Description</Table.Th>
            <Table.Th scope="col" className="amount">
              Quantity
            </Table.Th>
            <Table.Th scope="col" className="amount">
              Unit price
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.slice(0, linesMax).map((line, index) => (
            <Table.Tr key={index}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {line.description}
                {line.details !== undefined && (
                  <Text size="xs" c="dimmed">
                    {line.details}
                  </Text>
                )}
              </Table.Td>
              <Table.Td className="amount">
                {[line.quantity, line.unit_code].filter(Boolean).join(' ')}
              </Table.Td>
              <Table.Td className="amount">
                {line.unit_price !== undefined && writtenAmount(`${line.unit_price}`, currency)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {lines.length > linesMax && (
        <Text size="sm" c="dimmed">
          These are the first {linesMax} of {lines.length.toLocaleString()} items.
        </Text>
      )}
    </>
  );
}

/** What it adds up to, as it is written; nothing is calculated. */
export function SaidTotals({ invoice: { currency }, totals, taxes }: Inspection) {
  const sums: readonly (readonly [string, string | null, boolean?])[] = [
    ['Items', totals.line_total],
    ['Discounts', totals.allowance_total],
    ['Charges', totals.charge_total],
    ['Total without VAT', totals.total_without_tax],
    ...taxes.map(
      (tax) => [[`VAT ${tax.rate ?? '?'}%`, tax.category].join(' '), tax.tax_amount] as const,
    ),
    ['Total with VAT', totals.total_with_tax],
    ['Already paid', totals.prepaid],
    ['Rounding', totals.rounding],
    ['Amount due', totals.amount_due, true],
  ];
  return (
    <Sums>
      {sums.map(
        ([name, amount, strong], index) =>
          amount !== null && (
            <Amount key={index} name={name} strong={strong}>
              {writtenAmount(amount, currency)}
            </Amount>
          ),
      )}
    </Sums>
  );
}
