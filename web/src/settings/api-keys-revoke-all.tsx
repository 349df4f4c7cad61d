import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { useReloadApiKeys } from './api-keys-data';

interface RevokeAllProps {
  readonly opened: boolean;
  readonly close: () => void;
  /** How many keys work at the moment. */
  readonly active: number;
}

const words = 'revoke all';

/** A dialog that revokes every key once these words have been typed; a slip of the mouse is not enough. */
export function RevokeAll({ opened, close, active }: RevokeAllProps) {
  return (
    <Dialog opened={opened} onClose={close} title="Revoke all API keys">
      <RevokeAllForm close={close} active={active} />
    </Dialog>
  );
}

function RevokeAllForm({ close, active }: Omit<RevokeAllProps, 'opened'>) {
  const form = useJsonForm<{ confirmation?: string }>({});
  const reload = useReloadApiKeys();
  const { busy, submit } = useSubmit(form, async () => {
    const { revoked } = await answered(api.POST('/dashboard/keys/revoke-all'));
    await reload();
    close();
    notifications.show({ message: `${keys(revoked)} revoked.` });
  });
  const confirmed = form.values.confirmation?.trim().toLowerCase() === words;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <Text>
          {keys(active)} will be refused at once, and every integration that uses one stops working
          until it gets a new key. Revoked keys cannot be brought back.
        </Text>
        <TextInput
          label={`Type “${words}” to confirm`}
          autoComplete="off"
          data-autofocus
          {...form.text('/confirmation')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" color="red.9" loading={busy} disabled={!confirmed}>
            Revoke all keys
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function keys(count: number): string {
  return count === 1 ? '1 key' : `${count} keys`;
}
