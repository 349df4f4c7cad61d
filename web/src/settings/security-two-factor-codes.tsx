import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { Question } from '../ui/question';
import { RecoveryCodes } from './security-recovery-codes';
import { useReloadTwoFactor } from './security-two-factor-data';

/** Makes new recovery codes after a question, and shows them. */
export function NewRecoveryCodes() {
  const [opened, { open, close }] = useDisclosure();
  const [codes, setCodes] = useState<readonly string[]>();
  const reload = useReloadTwoFactor();
  const renew = async () => {
    const answer = await answered(api.POST('/dashboard/two-factor/recovery-codes'));
    setCodes(answer.recovery_codes);
    await reload();
  };
  const forget = () => {
    setCodes(undefined);
    close();
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        New recovery codes
      </Button>
      <Dialog
        opened={opened || codes !== undefined}
        onClose={() => {
          if (codes === undefined) close();
        }}
        cross={codes === undefined}
        title={codes === undefined ? 'Make new recovery codes?' : 'Your recovery codes'}
        size={codes === undefined ? 'md' : 'lg'}
      >
        {codes === undefined ? (
          <Question action="Make new codes" work={renew} close={close}>
            <Text>The ones that you have stored stop working at once.</Text>
          </Question>
        ) : (
          <RecoveryCodes codes={codes} onStored={forget} />
        )}
      </Dialog>
    </>
  );
}
