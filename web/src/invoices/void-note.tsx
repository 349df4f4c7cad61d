import { Alert } from '@mantine/core';
import { moment } from '../ui/formats';
import { type Invoice } from './create-request';

/** Says of a void invoice when it was taken back, and why. */
export function VoidNote({ invoice }: { invoice: Invoice }) {
  const { voided_at: at, void_reason: reason } = invoice;
  if (at === null) return null;
  return (
    <Alert color="red" title={`Void since ${moment(at)}`} style={{ overflowWrap: 'anywhere' }}>
      {reason ?? 'No reason was given.'}
    </Alert>
  );
}
