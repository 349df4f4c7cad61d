import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { EmailPreview } from './email-preview';
import { useReloadEmails } from './invoice-query';

type SendEmail = components['schemas']['SendEmailDto'];

/** The mail under edit; several addresses stand in one field. */
interface EmailFields {
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly subject?: string;
  readonly message?: string;
}

interface EmailFormProps {
  readonly invoiceId: string;
  readonly draft: components['schemas']['EmailPreviewDto'];
  readonly onClose: () => void;
}

/** A mail before it is sent, with the texts of the account to begin with. */
export function EmailForm({ invoiceId, draft, onClose }: EmailFormProps) {
  const { to, bcc, subject, message } = draft;
  const form = useJsonForm<EmailFields>({ to: to.join(', '), subject, message });
  const [more, { open }] = useDisclosure();
  const reload = useReloadEmails(invoiceId);
  const { busy, submit } = useSubmit(form, async (fields) => {
    const params = { path: { id: invoiceId } };
    const body = requestOf(fields);
    await answered(api.POST('/dashboard/invoices/{id}/emails', { params, body }));
    await reload();
    onClose();
  });
  const addresses = (pointer: string, label: string) => (
    <TextInput
      label={label}
      type="text"
      inputMode="email"
      autoComplete="off"
      {...form.text(pointer)}
    />
  );
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
        {more ? (
          <>
            {addresses('/cc', 'Cc')}
            {addresses('/bcc', 'Bcc')}
          </>
        ) : (
          <Button
            variant="subtle"
            size="compact-sm"
            px={4}
            style={{ alignSelf: 'flex-start' }}
            onClick={open}
          >
            Add Cc or Bcc
          </Button>
        )}
        {bcc.length > 0 && (
          <Text size="sm" c="dimmed">
            A copy goes to {bcc.join(', ')}.
          </Text>
        )}
        <TextInput label="Subject" dir="auto" {...form.text('/subject')} />
        <Textarea
          label="Message"
          description="Stands above the details of the invoice. The PDF and the invoice’s attachments go along."
          autosize
          minRows={4}
          maxRows={12}
          dir="auto"
          {...form.text('/message')}
        />
        <EmailPreview invoiceId={invoiceId} request={requestOf(form.values)} />
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

/** Fields with nothing in them are left out, and the text of the account stands for them. */
function requestOf({ to, cc, bcc, ...texts }: EmailFields): SendEmail {
  const lists = Object.entries({ to, cc, bcc }).map(([name, text = '']) => [
    name,
    text.split(/[\s,;]+/).filter((address) => address !== ''),
  ]);
  return {
    ...texts,
    ...(Object.fromEntries(lists.filter(([, list = []]) => list.length > 0)) as SendEmail),
  };
}
