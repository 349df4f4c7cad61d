import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { answered, api } from '../api/client';
import { useSignedIn } from '../session/session';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { PasswordField } from '../ui/password-field';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { useLeave } from './security-leave';

/** Deletes the account with everything in it, after the name and the password have been typed. */
export function DeleteAccount() {
  const { organization, user } = useSignedIn();
  const [opened, { open, close }] = useDisclosure();
  return (
    <Stack>
      <Text>
        Deletes {organization.name} with its invoices, PDFs and API keys, for good. Nobody can bring
        them back.
      </Text>
      <Group>
        <Button color="red.9" onClick={open}>
          Delete account
        </Button>
      </Group>
      <Dialog opened={opened} onClose={close} title="Delete account" size="lg">
        <DeleteForm name={organization.name} email={user.email} close={close} />
      </Dialog>
    </Stack>
  );
}

interface DeleteFormProps {
  readonly name: string;
  readonly email: string;
  readonly close: () => void;
}

/** Takes name and mail from its parent: when the account is gone, there is no session to ask. */
function DeleteForm({ name, email, close }: DeleteFormProps) {
  const form = useJsonForm({ organization_name: '', password: '' });
  const leave = useLeave();
  const { busy, submit } = useSubmit(form, async ({ organization_name, password }) => {
    const body = { organization_name, password };
    await answered(api.POST('/dashboard/account/delete', { body }));
    leave('Your account and everything in it is deleted.');
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <Text>This is lost for good, at once:</Text>
        <List size="sm" spacing={4}>
          <List.Item>all invoices and their PDFs, and the numbers that they have used</List.Item>
          <List.Item>all API keys: software that uses one is refused</List.Item>
          <List.Item>the organization with its logo, and your log-in</List.Item>
        </List>
        <Text size="sm">
          Many countries ask businesses to keep invoices for years.{' '}
          <a href="/dashboard/account/export" download style={{ color: 'inherit' }}>
            Export all data
          </a>{' '}
          first if you may need them.
        </Text>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <TextInput
          label={`Type “${name}” to confirm`}
          autoComplete="off"
          required
          withAsterisk={false}
          data-autofocus
          {...form.text('/organization_name')}
        />
        <PasswordField
          label="Your password"
          autoComplete="current-password"
          {...form.text('/password')}
        />
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={close}>
            Cancel
          </Button>
          <Button type="submit" color="red.9" loading={busy}>
            Delete for good
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
