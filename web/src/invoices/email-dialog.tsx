import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { LoadProblem } from '../ui/load-problem';
import { type IssuedInvoice } from './create-request';
import { EmailForm } from './email-form';

interface EmailDialogProps {
  readonly invoice: IssuedInvoice;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Sends an invoice by mail. */
export function EmailDialog({ invoice, opened, onClose }: EmailDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={`E-mail ${invoice.invoice_number}`} size="lg">
      <Draft invoice={invoice} onClose={onClose} />
    </Dialog>
  );
}

/** The form, once it is known what the account's own texts make of this invoice. */
function Draft({ invoice: { id }, onClose }: Omit<EmailDialogProps, 'opened'>) {
  const { data, error, refetch } = useQuery({
    queryKey: ['invoice', id, 'email-draft'],
    queryFn: () =>
      answered(
        api.POST('/dashboard/invoices/{id}/emails/preview', { params: { path: { id } }, body: {} }),
      ),
    // Texts may have been changed meanwhile; what is being edited must not change below the hands.
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (data !== undefined) return <EmailForm invoiceId={id} draft={data} onClose={onClose} />;
  return error === null ? (
    <Skeleton h={420} />
  ) : (
    <LoadProblem error={error} retry={() => void refetch()} />
  );
}
