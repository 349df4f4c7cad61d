import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { sessionKey, useSignedIn } from '../session/session';
import { useJsonForm } from '../ui/json-form';
import { PasswordField } from '../ui/password-field';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { sessionsKey } from './security-sessions-data';

const empty = { current_password: '', new_password: '' };

/** Changes the password; this browser stays signed in, all others are signed out. */
export function ChangePassword() {
  const { user } = useSignedIn();
  const form = useJsonForm(empty);
  const queries = useQueryClient();
  const { busy, submit } = useSubmit(form, async ({ current_password, new_password }) => {
    const body = { current_password, new_password };
    queries.setQueryData(sessionKey, await answered(api.PUT('/dashboard/password', { body })));
    form.replace(empty);
    notifications.show({
      message: 'Your password is changed. Every other browser has been signed out.',
    });
    await queries.invalidateQueries({ queryKey: sessionsKey });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={420}>
        <ProblemAlert problem={form.problem} />
        <input type="email" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordField
          label="Current password"
          autoComplete="current-password"
          {...form.text('/current_password')}
        />
        <PasswordField
          label="New password"
          description="At least 15 characters; a few random words are easy to remember."
          autoComplete="new-password"
          {...form.text('/new_password')}
        />
        <Text size="sm" c="dimmed">
          Changing it signs you out in every other browser. API keys go on working.
        </Text>
        <Group>
          <Button type="submit" loading={busy}>
            Change password
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
