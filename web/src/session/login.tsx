import { Anchor, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { useJsonForm } from '../ui/json-form';
import { RouteLink } from '../ui/link';
import { PasswordField } from '../ui/password-field';
import { CodeField } from './code-field';
import { Entrance } from './entrance';
import { EmailField, EntranceForm } from './entrance-form';
import { type Credentials, useLogIn } from './log-in';
import { PasskeyButton } from './passkey-button';
import { type Session, sessionKey, useConfiguration } from './session';

/** Where a person goes after signing in: back to the page that asked for it, never to another site. */
export function nextPath(search: URLSearchParams): string {
  const next = search.get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}

export default function Login() {
  const form = useJsonForm<Credentials>({ email: '', password: '' });
  const { asksCode, logIn, restart } = useLogIn(form);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const configuration = useConfiguration();
  const goOn = (session: Session) => {
    queries.setQueryData(sessionKey, session);
    void navigate(nextPath(search), { replace: true });
  };
  const enter = async (credentials: Credentials) => {
    const session = await logIn(credentials);
    if (session !== undefined) goOn(session);
  };
  if (asksCode) {
    return (
      <Entrance title="Confirm that it is you">
        <EntranceForm form={form} action="Log in" work={enter}>
          <CodeField {...form.text('/code')} />
        </EntranceForm>
        <Text size="sm">
          <Anchor component="button" type="button" inherit underline="always" onClick={restart}>
            Back to log in
          </Anchor>
        </Text>
      </Entrance>
    );
  }
  return (
    <Entrance title="Log in">
      <EntranceForm form={form} action="Log in" work={enter}>
        <EmailField {...form.text('/email')} />
        <PasswordField
          label="Password"
          autoComplete="current-password"
          {...form.text('/password')}
        />
      </EntranceForm>
      <PasskeyButton onSession={goOn} />
      {configuration?.mail === true && (
        <Text size="sm">
          <RouteLink to="/password-reset">Forgot your password?</RouteLink>
        </Text>
      )}
      {configuration?.signup === 'open' && (
        <Text size="sm">
          New to Finvo? <RouteLink to="/signup">Sign up</RouteLink>
        </Text>
      )}
    </Entrance>
  );
}
