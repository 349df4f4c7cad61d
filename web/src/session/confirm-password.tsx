import { Button, Group, Stack, Text } from '@mantine/core';
import { type KeyboardEvent } from 'react';
import { answered, api } from '../api/client';
import { oldLogin } from '../api/session-gate';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { PasswordField } from '../ui/password-field';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { useSignedIn } from './session';
import { useAsked } from './use-asked';

const empty = { password: '' };
/** Keeps Escape from the dialog below as well. */
const ownEscape = { 'data-mantine-stop-propagation': 'true' };

/**
 * Asks for the password before a grave change when the log-in is some minutes old, over whatever dialog
 * asked for the change; the change is then sent again. Who cancels finds everything as it was.
 */
export function ConfirmPassword() {
  const { user } = useSignedIn();
  const { asked, answer } = useAsked(oldLogin);
  const form = useJsonForm(empty);
  const close = (given: boolean) => {
    form.replace(empty);
    form.setProblem(undefined);
    answer(given);
  };
  const { busy, submit } = useSubmit(form, async ({ password }) => {
    await answered(api.POST('/dashboard/reauthenticate', { body: { password } }));
    close(true);
  });
  const cancelByEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !busy) close(false);
  };
  return (
    <Dialog
      opened={asked}
      onClose={() => undefined}
      cross={false}
      over
      title="Confirm your password"
    >
      <form onSubmit={submit} onKeyDown={cancelByEscape} noValidate>
        <Stack>
          <Text size="sm">
            This change needs your password, as you signed in more than ten minutes ago.
          </Text>
          <ProblemAlert problem={form.problem} />
          <input type="email" autoComplete="username" value={user.email} readOnly hidden />
          <PasswordField
            label="Your password"
            autoComplete="current-password"
            data-autofocus
            {...ownEscape}
            {...form.text('/password')}
          />
          <Group justify="flex-end">
            <Button
              variant="default"
              disabled={busy}
              {...ownEscape}
              onClick={() => {
                close(false);
              }}
            >
              Cancel
            </Button>
            <Button type="submit" loading={busy} {...ownEscape}>
              Continue
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
