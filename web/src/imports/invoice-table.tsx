import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { day, moment, money } from '../ui/formats';
import { Section } from '../ui/section';
import { type ImportedInvoice } from './import-data';
import classes from './import.module.css';

/** More would make the page slow; who wants them all asks for them. */
const shownMax = 50;

/** The invoices of the file in their order. */
export function InvoiceTable({ invoices }: { invoices: readonly ImportedInvoice[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? invoices : invoices.slice(0, shownMax);
  return (
    <Section title="Invoices">
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Rows</Table.Th>
            <Table.Th scope="col">Recipient</Table.Th>
            <Table.Th scope="col" visibleFrom="xs">
              Date
            </Table.Th>
            <Table.Th scope="col" className="amount">
              Total
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((invoice) => (
            <InvoiceLine key={invoice.rows[0]} invoice={invoice} />
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < invoices.length && (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              setAll(true);
            }}
          >
            Show all {invoices.length.toLocaleString()}
          </Button>
        </div>
      )}
    </Section>
  );
}

function InvoiceLine({ invoice }: { invoice: ImportedInvoice }) {
  const { recipient_name: recipient, invoice_number: number, total, currency, date } = invoice;
  return (
    <Table.Tr>
      <Table.Td>{rowsText(invoice.rows)}</Table.Td>
      <Table.Td className={classes['cell']}>
        {recipient ?? '–'}
        {number !== null && (
          <Text size="xs" c="dimmed">
            {number}
          </Text>
        )}
        {invoice.standing === 'faulty' && (
          <Text size="xs" c="var(--mantine-color-error)">
            Has faults
          </Text>
        )}
        {invoice.imported_at !== null && (
          <Text size="xs" c="dimmed">
            Imported {moment(invoice.imported_at)}
          </Text>
        )}
      </Table.Td>
      <Table.Td visibleFrom="xs">{date === null ? '–' : day(date)}</Table.Td>
      <Table.Td className="amount">
        {total === null || currency === null ? '–' : money(total, currency)}
      </Table.Td>
    </Table.Tr>
  );
}

/** "2–4, 9": rows that follow each other as one range. */
function rowsText(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] + 1 === row) last[1] = row;
    else ranges.push([row, row]);
  }
  const shown = ranges.slice(0, 4).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return shown.join(', ') + (ranges.length > 4 ? ' …' : '');
}
