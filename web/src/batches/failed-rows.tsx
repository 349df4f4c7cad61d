import { List, Skeleton, Stack, Text } from '@mantine/core';
import { faultText } from '../ui/json-form';
import { Dialog } from '../ui/dialog';
import { LoadProblem } from '../ui/load-problem';
import { moment } from '../ui/formats';
import { type Batch, type BatchRow, useFailedRows } from './batches-data';

interface FailedRowsProps {
  readonly batch: Batch;
  readonly fileRows?: readonly number[] | undefined;
  readonly onClose: () => void;
}

/** The rows of a batch that were refused, each with its faults. */
export function FailedRows({ batch, fileRows, onClose }: FailedRowsProps) {
  const { data, error, refetch } = useFailedRows(batch.id);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Refused in the batch of ${moment(batch.created_at)}`}
      size="lg"
    >
      <Stack>
        <Text size="sm">
          {fileRows === undefined
            ? 'These rows were not issued and used no number. Positions count the invoices from 0, as in the request or the file; mend them and hand them in again.'
            : 'These invoices were not issued and used no number. Rows are those of the file; mend them and import it again, what was issued is left out.'}
        </Text>
        {error !== null && data === undefined && (
          <LoadProblem error={error} retry={() => void refetch()} />
        )}
        {data === undefined && error === null && <Skeleton h={80} />}
        {data?.data.map((row) => (
          <FailedRow
            key={row.position}
            row={row}
            place={fileRows?.[row.position] ?? row.position}
          />
        ))}
        {data?.has_more === true && (
          <Text size="sm" c="dimmed">
            These are the first hundred; the API has all of them.
          </Text>
        )}
      </Stack>
    </Dialog>
  );
}

function FailedRow({ row: { problem }, place }: { row: BatchRow; place: number }) {
  const faults = problem?.errors ?? [];
  return (
    <div>
      <Text size="sm" fw={600}>
        Row {place}
      </Text>
      {faults.length === 0 && <Text size="sm">{problem?.detail}</Text>}
      <List size="sm" style={{ overflowWrap: 'anywhere' }}>
        {faults.map((fault) => (
          <List.Item key={fault.pointer + fault.code}>
            {fault.pointer !== '' && <code>{fault.pointer}</code>} {faultText(fault)}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
