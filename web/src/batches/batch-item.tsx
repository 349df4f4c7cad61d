import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { moment } from '../ui/formats';
import { type Batch, isOpen } from './batches-data';
import { FailedRows } from './failed-rows';

interface BatchItemProps {
  readonly batch: Batch;
  /** Of a CSV import that is still on the screen: the first row of each of its invoices. */
  readonly fileRows?: readonly number[];
}

/** One batch: a bar while it runs, what came of it, and its faulty rows where somebody asks for them. */
export function BatchItem({ batch, fileRows }: BatchItemProps) {
  const [opened, setOpened] = useState(false);
  const { total, failed, created_at: createdAt } = batch;
  const since = moment(createdAt);
  return (
    <Stack component="li" gap={6}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {count(total)}, {since}
        </Text>
        <Group gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {resultOf(batch)}
          </Text>
          {failed > 0 && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`${failed} refused in the batch of ${since}: show them`}
              onClick={() => {
                setOpened(true);
              }}
            >
              {failed} refused
            </Button>
          )}
        </Group>
      </Group>
      {isOpen(batch) && (
        <Progress
          value={share(batch)}
          size="sm"
          aria-label={`Progress of the batch of ${since}`}
          animated
        />
      )}
      {opened && (
        <FailedRows
          batch={batch}
          fileRows={fileRows}
          onClose={() => {
            setOpened(false);
          }}
        />
      )}
    </Stack>
  );
}

function resultOf(batch: Batch): string {
  const { status, issued, drafted, rendered, total } = batch;
  if (status === 'queued') return 'Waiting for its turn';
  if (status === 'running') return `${issued} of ${total} issued, ${rendered} PDFs made`;
  if (drafted > 0) return `${issued} issued, ${drafted} saved as drafts`;
  return issued === total ? 'All issued' : `${issued} issued`;
}

/** Issuing is half of the way, making PDFs the other half; a refused row or a draft has come all of it. */
function share({ issued, drafted, failed, rendered, total }: Batch): number {
  return ((issued + rendered + 2 * (drafted + failed)) / (2 * total)) * 100;
}

function count(total: number): string {
  return total === 1 ? '1 invoice' : `${total.toLocaleString()} invoices`;
}
