import { Button, Divider, Stack } from '@mantine/core';
import { FingerPrintIcon } from '@heroicons/react/24/outline';
import { hasPasskeys, logInWithPasskey } from '../api/passkeys';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { type Session, useConfiguration } from './session';

/** The log-in without mail address and password, where the browser has passkeys. */
export function PasskeyButton({ onSession }: { onSession: (session: Session) => void }) {
  const configuration = useConfiguration();
  const form = useJsonForm({});
  const { busy, submit } = useSubmit(form, async () => {
    onSession(await logInWithPasskey());
  });
  if (!hasPasskeys(configuration)) return null;
  return (
    <form onSubmit={submit}>
      <Stack>
        <Divider label="or" />
        <ProblemAlert problem={form.problem} />
        <Button
          type="submit"
          variant="default"
          fullWidth
          loading={busy}
          leftSection={<FingerPrintIcon width={20} aria-hidden="true" />}
        >
          Log in with a passkey
        </Button>
      </Stack>
    </form>
  );
}
