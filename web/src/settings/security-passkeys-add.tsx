import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { addPasskey } from '../api/passkeys';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { useReloadPasskeys } from './security-passkeys-data';

/** Asks for a name and has the browser make a passkey. */
export function AddPasskey() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <Group>
      <Button variant="default" onClick={open}>
        Add a passkey
      </Button>
      <Dialog opened={opened} onClose={close} title="Add a passkey">
        <AddForm close={close} />
      </Dialog>
    </Group>
  );
}

function AddForm({ close }: { close: () => void }) {
  const form = useJsonForm({ name: '' });
  const reload = useReloadPasskeys();
  const { busy, submit } = useSubmit(form, async ({ name }) => {
    const added = await addPasskey(name);
    close();
    notifications.show({ message: `The passkey “${added.name}” is added.` });
    await reload();
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <TextInput
          label="Name"
          description="What you will know it by, such as the device that holds it."
          placeholder="Office laptop"
          autoComplete="off"
          required
          withAsterisk={false}
          // Asked before the device is: the server would see it only afterwards.
          pattern=".*\S.*"
          maxLength={60}
          data-autofocus
          {...form.text('/name')}
        />
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Continue
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
