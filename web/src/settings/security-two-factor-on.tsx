import { Button, Center, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { SecretText } from '../ui/shown-once';
import { useSubmit } from '../ui/use-submit';
import { QrCode } from './security-qr-code';
import { RecoveryCodes } from './security-recovery-codes';
import { type TwoFactorSetup, useReloadTwoFactor } from './security-two-factor-data';

/** Sets up an app, and shows the recovery codes when its first code was right. */
export function TurnOn({ hidden }: { hidden: boolean }) {
  const form = useJsonForm({});
  const [setup, setSetup] = useState<TwoFactorSetup>();
  const [codes, setCodes] = useState<readonly string[]>();
  const { busy, submit } = useSubmit(form, async () => {
    // No mutation of TanStack Query: its cache would keep the secret.
    setSetup(await answered(api.POST('/dashboard/two-factor')));
  });
  const close = () => {
    setSetup(undefined);
    setCodes(undefined);
  };
  return (
    <>
      {!hidden && (
        <form onSubmit={submit}>
          <Stack align="flex-start">
            <ProblemAlert problem={form.problem} />
            <Button type="submit" loading={busy}>
              Turn on
            </Button>
          </Stack>
        </form>
      )}
      <Dialog
        opened={setup !== undefined || codes !== undefined}
        onClose={() => {
          if (codes === undefined) close();
        }}
        cross={codes === undefined}
        title={codes === undefined ? 'Set up your authenticator app' : 'Your recovery codes'}
        size="lg"
      >
        {setup !== undefined && codes === undefined && (
          <SetUp setup={setup} onDone={setCodes} close={close} />
        )}
        {codes !== undefined && <RecoveryCodes codes={codes} onStored={close} />}
      </Dialog>
    </>
  );
}

interface SetUpProps {
  readonly setup: TwoFactorSetup;
  readonly onDone: (codes: readonly string[]) => void;
  readonly close: () => void;
}

function SetUp({ setup, onDone, close }: SetUpProps) {
  const form = useJsonForm({ code: '' });
  const reload = useReloadTwoFactor();
  const { busy, submit } = useSubmit(form, async ({ code }) => {
    try {
      const body = { code };
      const answer = await answered(api.POST('/dashboard/two-factor/confirm', { body }));
      onDone(answer.recovery_codes);
    } finally {
      // Also when the answer got lost on its way: it may be on, and new codes can be made.
      await reload();
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <Text size="sm">Open an authenticator app on your phone and scan this code:</Text>
        <Center>
          <QrCode text={setup.uri} label="QR code for the authenticator app" />
        </Center>
        <Text size="sm">If you cannot scan it, type this secret into the app:</Text>
        <SecretText label="Secret" text={grouped(setup.secret)} copyLabel="Copy secret" />
        <TextInput
          label="Code"
          description="The six digits that the app shows now."
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          withAsterisk={false}
          data-autofocus
          maw={240}
          {...form.text('/code')}
        />
        <Text size="sm" c="dimmed">
          Turning it on signs you out in every other browser. API keys go on working.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Turn on
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Groups of four are easier to type; apps ignore the spaces. */
function grouped(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
