import { Button, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { type ApiProblem, asProblem } from '../api/problem';
import { download } from '../ui/download';
import { faultText } from '../ui/json-form';
import { Section } from '../ui/section';
import { faultyRows, type Plan, type Preview, type RowFault } from './import-data';
import classes from './import.module.css';

/** The first ones tell what to mend; the same fault mostly stands in every row. */
const shownMax = 100;

interface ImportFaultsProps {
  readonly file: File;
  readonly plan: Plan;
  readonly preview: Preview;
  readonly onProblem: (problem: ApiProblem | undefined) => void;
}

/** What is wrong with the file, by row and column, and its faulty rows as a file to be mended. */
export function ImportFaults({ file, plan, preview, onProblem }: ImportFaultsProps) {
  const [busy, setBusy] = useState(false);
  const { faults, faults_total: total } = preview;
  if (total === 0) return null;
  const save = async () => {
    setBusy(true);
    onProblem(undefined);
    try {
      download(await faultyRows(file, plan), `faulty-rows-of-${file.name}`);
    } catch (error) {
      onProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={total === 1 ? '1 fault' : `${total.toLocaleString()} faults`}>
      <Text size="sm" c="dimmed">
        Rows are numbered as in a spreadsheet. Mend the file and choose it again, or leave the
        faulty invoices out, and import their rows later from a file of their own.
      </Text>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Row</Table.Th>
            <Table.Th scope="col">Column</Table.Th>
            <Table.Th scope="col">Fault</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {faults.slice(0, shownMax).map((fault, at) => (
            <FaultLine key={at} fault={fault} />
          ))}
        </Table.Tbody>
      </Table>
      <Stack gap="xs" align="flex-start">
        {total > shownMax && (
          <Text size="sm" c="dimmed">
            These are the first {shownMax}.
          </Text>
        )}
        <Button variant="default" size="compact-sm" loading={busy} onClick={() => void save()}>
          Download the rows with faults
        </Button>
      </Stack>
    </Section>
  );
}

function FaultLine({ fault }: { fault: RowFault }) {
  const { row, column, code, message, hint } = fault;
  const text = faultText({ pointer: '', code, message, ...(hint !== undefined && { hint }) });
  return (
    <Table.Tr>
      <Table.Td>{row}</Table.Td>
      <Table.Td className={classes['cell']}>{column ?? '–'}</Table.Td>
      <Table.Td className={classes['cell']}>{text}</Table.Td>
    </Table.Tr>
  );
}
