import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { sessionEnd } from '../api/session-gate';
import { useJsonForm } from '../ui/json-form';
import { PasswordField } from '../ui/password-field';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { CodeField } from './code-field';
import { useLogIn } from './log-in';
import { useSignedIn } from './session';
import { useAsked } from './use-asked';

/**
 * Asks for the password when the session ends while somebody works, over the page and all that is typed
 * there; the request that met the end is then sent again.
 */
export function SignInAgain() {
  const { user } = useSignedIn();
  const { asked, answer } = useAsked(sessionEnd);
  const form = useJsonForm<{ password: string; code?: string }>({ password: '' });
  const { asksCode, logIn } = useLogIn(form);
  const { busy, submit } = useSubmit(form, async (given) => {
    if ((await logIn({ email: user.email, ...given })) === undefined) return;
    form.replace({ password: '' });
    answer(true);
  });
  return (
    <Modal
      opened={asked}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Your session has ended"
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">Sign in again as {user.email} to go on. Nothing you typed is lost.</Text>
          <ProblemAlert problem={form.problem} />
          <input type="email" autoComplete="username" value={user.email} readOnly hidden />
          {asksCode ? (
            <CodeField {...form.text('/code')} />
          ) : (
            <PasswordField
              label="Password"
              autoComplete="current-password"
              data-autofocus
              {...form.text('/password')}
            />
          )}
          <Group justify="flex-end">
            <Button component="a" href="/login" variant="default">
              Leave this page
            </Button>
            <Button type="submit" loading={busy}>
              Sign in
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
