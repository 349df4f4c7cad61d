import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { type Invoice } from './create-request';
import { emailsKey } from './invoice-query';

interface EmailDialogProps {
  readonly invoice: Invoice;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Sends an invoice by mail. */
export function EmailDialog({ invoice, opened, onClose }: EmailDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={`E-mail ${invoice.invoice_number}`}>
      <EmailForm invoice={invoice} onClose={onClose} />
    </Dialog>
  );
}

interface EmailFields {
  readonly to?: string;
  readonly subject?: string;
  readonly message?: string;
}

function EmailForm({ invoice: { id, recipient }, onClose }: Omit<EmailDialogProps, 'opened'>) {
  const form = useJsonForm<EmailFields>({ to: recipient.email ?? '' });
  const queries = useQueryClient();
  const { busy, submit } = useSubmit(form, async ({ to = '', ...texts }) => {
    const addresses = to.split(/[\s,;]+/).filter((address) => address !== '');
    const body = { ...texts, ...(addresses.length > 0 && { to: addresses }) };
    await answered(api.POST('/dashboard/invoices/{id}/emails', { params: { path: { id } }, body }));
    await queries.invalidateQueries({ queryKey: emailsKey(id) });
    onClose();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <TextInput
          label="To"
          description="Several addresses are separated by commas."
          type="text"
          inputMode="email"
          autoComplete="off"
          data-autofocus
          {...form.text('/to')}
        />
        <TextInput
          label="Subject"
          description="Left empty: the number and your organization."
          {...form.text('/subject')}
        />
        <Textarea
          label="Message"
          description="Stands above the details of the invoice. The PDF is attached."
          autosize
          minRows={4}
          maxRows={12}
          {...form.text('/message')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Send
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
