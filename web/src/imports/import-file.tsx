import { Anchor, List, Text } from '@mantine/core';
import { useState } from 'react';
import { asProblem } from '../api/problem';
import { FileDrop } from '../ui/file-drop';
import { faultText } from '../ui/json-form';
import { RouteLink } from '../ui/link';
import { Section } from '../ui/section';
import { bytesMax, readFile, type Reading, samplePath } from './import-data';

/** The first step: the file is chosen or dropped, and read at once. */
export function ImportFile({ onRead }: { onRead: (file: File, reading: Reading) => void }) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const take = async (chosen: File) => {
    setFault(undefined);
    if (chosen.size > bytesMax) {
      setFault(
        `“${chosen.name}” is larger than 2 MiB. Split it, and keep its first row in each part.`,
      );
      return;
    }
    setBusy(true);
    try {
      // A copy, so that the later steps see the same rows when the file is saved anew meanwhile.
      const file = new File([await chosen.arrayBuffer()], chosen.name, { type: 'text/csv' });
      onRead(file, await readFile(file, {}));
    } catch (error) {
      setFault(reasonOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title="Choose a CSV file">
      <FileDrop
        label="CSV file"
        accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
        busy={busy}
        fault={fault}
        onFile={(file) => void take(file)}
      >
        <List size="sm">
          <List.Item>
            The first row names the columns; each row below it is a line of an invoice.
          </List.Item>
          <List.Item>
            Rows with the same key or number become one invoice with several lines.
          </List.Item>
          <List.Item>
            Up to 2 MiB, 5,000 rows and 1,000 invoices. Nothing is issued before you have seen it.
          </List.Item>
        </List>
      </FileDrop>
      <Text size="sm">
        <Anchor href={samplePath} download inherit>
          Download a sample
        </Anchor>{' '}
        to try it out, or read in{' '}
        <RouteLink to="/help/import" inherit>
          the help
        </RouteLink>{' '}
        how files are read.
      </Text>
    </Section>
  );
}

function reasonOf(error: unknown): string {
  const problem = asProblem(error);
  return problem.faults.map(faultText)[0] ?? problem.message;
}
