import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { Question } from '../ui/question';
import { useLeave } from './security-leave';

/** Ends every session, this one too, after a question. */
export function SignOutEverywhere() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        Sign out everywhere
      </Button>
      <Dialog opened={opened} onClose={close} title="Sign out everywhere?">
        <SignOutQuestion close={close} />
      </Dialog>
    </>
  );
}

function SignOutQuestion({ close }: { close: () => void }) {
  const leave = useLeave();
  const signOut = async () => {
    await answered(api.POST('/dashboard/sessions/end-all'));
    leave('You are signed out everywhere.');
  };
  return (
    <Question action="Sign out everywhere" work={signOut} close={close}>
      <Text>
        Every browser is signed out at once, this one too, and you log in again with your password.
        API keys go on working.
      </Text>
    </Question>
  );
}
