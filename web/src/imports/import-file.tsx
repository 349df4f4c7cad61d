import { Anchor, Button, FileButton, List, Stack, Text } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { asProblem } from '../api/problem';
import { faultText } from '../ui/json-form';
import { RouteLink } from '../ui/link';
import { Section } from '../ui/section';
import { bytesMax, readFile, type Reading, samplePath } from './import-data';
import classes from './import.module.css';

/** The first step: the file is chosen or dropped, and read at once. */
export function ImportFile({ onRead }: { onRead: (file: File, reading: Reading) => void }) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const [over, setOver] = useState(false);
  const forgetChoice = useRef<() => void>(null);
  const take = async (chosen: File | null | undefined) => {
    if (!chosen || busy) return;
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
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <Section title="Choose a CSV file">
      <Stack
        gap="sm"
        align="flex-start"
        className={classes['drop']}
        data-over={over || undefined}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          void take(event.dataTransfer.files[0]);
        }}
      >
        <List size="sm" id="import-help">
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
        <FileButton
          resetRef={forgetChoice}
          onChange={(file) => {
            // Browsers tell of no change when the same file is chosen again, as after it was mended.
            forgetChoice.current?.();
            void take(file);
          }}
          accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
          inputProps={{ 'aria-label': 'CSV file' }}
        >
          {(props) => (
            <Button aria-describedby="import-help" loading={busy} {...props}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <Text
          size="sm"
          c={fault === undefined ? 'dimmed' : 'var(--mantine-color-error)'}
          role="status"
        >
          {busy ? 'Reading…' : fault}
        </Text>
      </Stack>
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
