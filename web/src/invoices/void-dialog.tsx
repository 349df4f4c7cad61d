import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { type IssuedInvoice } from './create-request';
import { documentWord } from './document-type';

interface VoidDialogProps {
  readonly invoice: IssuedInvoice;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says what voiding means before an invoice is taken back for good. */
export function VoidDialog({ invoice, opened, onClose }: VoidDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={`Void ${invoice.invoice_number}`}>
      <VoidForm invoice={invoice} onClose={onClose} />
    </Dialog>
  );
}

function VoidForm({ invoice, onClose }: Omit<VoidDialogProps, 'opened'>) {
  const form = useJsonForm<{ readonly reason?: string }>({});
  const queries = useQueryClient();
  const noun = documentWord(invoice.type);
  const { busy, submit } = useSubmit(form, async (body) => {
    const params = { path: { id: invoice.id } };
    await answered(api.POST('/dashboard/invoices/{id}/void', { params, body }));
    // Lists, sums and the page itself tell of it.
    await queries.invalidateQueries();
    onClose();
    notifications.show({ message: `${invoice.invoice_number} is void.` });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <Text>
          A void {noun} keeps its number and its PDF, counts in no sum and is mailed to nobody any
          more. This cannot be undone. Whoever has the {noun} is not told by Finvo.
        </Text>
        <TextInput
          label="Reason"
          description="For whoever reads the invoice here later; it is not printed."
          {...form.text('/reason')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button type="submit" color="red.9" loading={busy}>
            Void the {noun}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
