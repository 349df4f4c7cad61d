import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { Question } from '../ui/question';
import { useReloadTwoFactor } from './security-two-factor-data';

/** Turns two-factor log-in off after a question. */
export function TurnOff() {
  const [opened, { open, close }] = useDisclosure();
  const reload = useReloadTwoFactor();
  const turnOff = async () => {
    await answered(api.DELETE('/dashboard/two-factor'));
    close();
    notifications.show({ message: 'Two-factor log-in is off.' });
    await reload();
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        Turn off
      </Button>
      <Dialog opened={opened} onClose={close} title="Turn two-factor log-in off?">
        <Question action="Turn off" work={turnOff} close={close}>
          <Text>
            Your password alone is then enough to log in. The app and the recovery codes stop
            working; remove the entry from the app.
          </Text>
        </Question>
      </Dialog>
    </>
  );
}
