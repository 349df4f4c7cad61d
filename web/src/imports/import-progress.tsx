import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { BatchItem } from '../batches/batch-item';
import { isOpen, useBatch, useReloadWithBatches } from '../batches/batches-data';
import { invoicesKey } from '../invoices/invoice-list';
import { LoadProblem } from '../ui/load-problem';
import { Section } from '../ui/section';

interface ImportProgressProps {
  readonly batchId: string;
  /** The first row of each invoice, in their order. */
  readonly fileRows: readonly number[];
  readonly onRestart: () => void;
}

/** The last step: how far the invoices have come. */
export function ImportProgress({ batchId, fileRows, onRestart }: ImportProgressProps) {
  const { data: batch, error, refetch } = useBatch(batchId);
  useReloadWithBatches(invoicesKey, batch && [batch]);
  return (
    <Section title="Import">
      {batch === undefined && error === null && <Skeleton h={60} />}
      {batch === undefined && error !== null && (
        <LoadProblem error={error} retry={() => void refetch()} />
      )}
      {batch !== undefined && (
        <Stack component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          <BatchItem batch={batch} fileRows={fileRows} />
        </Stack>
      )}
      <Text size="sm" c="dimmed">
        {batch !== undefined && !isOpen(batch)
          ? 'The invoices are in your list. Finvo remembers the columns for the next file like this.'
          : 'You may leave this page: the invoices are issued in any case.'}
      </Text>
      <Group>
        <Button component={Link} to="/invoices">
          Go to the invoices
        </Button>
        <Button variant="default" onClick={onRestart}>
          Import another file
        </Button>
      </Group>
    </Section>
  );
}
