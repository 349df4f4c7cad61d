import { Skeleton } from '@mantine/core';
import { type Invoice } from '../invoices/create-request';
import { Dialog } from '../ui/dialog';
import { LoadProblem } from '../ui/load-problem';
import { useCreditLeft } from './credit-data';
import { CreditForm } from './credit-form';

interface CreditDialogProps {
  readonly invoice: Invoice;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks what of an invoice is to be credited. */
export function CreditDialog({ invoice, opened, onClose }: CreditDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={`Credit ${invoice.invoice_number}`} size="lg">
      <CreditContent invoice={invoice} onClose={onClose} />
    </Dialog>
  );
}

function CreditContent({ invoice, onClose }: Omit<CreditDialogProps, 'opened'>) {
  const { data, error, refetch } = useCreditLeft(invoice.id);
  if (data !== undefined) return <CreditForm invoice={invoice} left={data} onClose={onClose} />;
  if (error !== null) return <LoadProblem error={error} retry={() => void refetch()} />;
  return <Skeleton h={240} />;
}
