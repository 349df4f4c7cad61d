import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { Question } from '../ui/question';
import { type Passkey, useReloadPasskeys } from './security-passkeys-data';

/** Removes a passkey after a question. */
export function RemovePasskey({ passkey: { id, name } }: { passkey: Passkey }) {
  const [opened, { open, close }] = useDisclosure();
  const reload = useReloadPasskeys();
  const remove = async () => {
    await answered(api.DELETE('/dashboard/passkeys/{id}', { params: { path: { id } } }));
    close();
    notifications.show({ message: `The passkey “${name}” is removed.` });
    await reload();
  };
  return (
    <>
      <Button
        variant="default"
        size="xs"
        ml={{ base: 36, xs: 0 }}
        aria-label={`Remove ${name}`}
        onClick={open}
      >
        Remove
      </Button>
      <Dialog opened={opened} onClose={close} title="Remove this passkey?">
        <Question action="Remove" work={remove} close={close}>
          <Text>“{name}” does not log you in any more. Delete it on its device as well.</Text>
        </Question>
      </Dialog>
    </>
  );
}
