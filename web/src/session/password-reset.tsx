import { Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { answered, api } from '../api/client';
import { useJsonForm } from '../ui/json-form';
import { RouteLink } from '../ui/link';
import { Entrance } from './entrance';
import { EmailField, EntranceForm, NewPasswordField } from './entrance-form';

/** Asks for the link; with the link's token in the fragment, asks for the new password. */
export default function PasswordReset() {
  const token = new URLSearchParams(useLocation().hash.slice(1)).get('token');
  return token === null ? <AskForLink /> : <NewPassword token={token} />;
}

function AskForLink() {
  const form = useJsonForm({ email: '' });
  const [sentTo, setSentTo] = useState<string>();
  const sendLink = async ({ email }: typeof form.values) => {
    await answered(api.POST('/dashboard/password-reset', { body: { email } }));
    setSentTo(email);
  };
  if (sentTo !== undefined) {
    return (
      <Entrance title="Look into your mail">
        <Text role="status">
          If {sentTo} has an account here, a link to set a new password is on its way. It works
          once, for 30 minutes.
        </Text>
        <RouteLink to="/login">Back to log in</RouteLink>
      </Entrance>
    );
  }
  return (
    <Entrance title="Reset your password">
      <EntranceForm form={form} action="Send the link" work={sendLink}>
        <EmailField {...form.text('/email')} />
      </EntranceForm>
      <RouteLink to="/login" size="sm">
        Back to log in
      </RouteLink>
    </Entrance>
  );
}

function NewPassword({ token }: { token: string }) {
  const form = useJsonForm({ password: '' });
  const [done, setDone] = useState(false);
  const changePassword = async ({ password }: typeof form.values) => {
    const body = { token, password };
    await answered(api.POST('/dashboard/password-reset/confirm', { body }));
    setDone(true);
  };
  if (done) {
    return (
      <Entrance title="Your password is changed">
        <Text role="status">Every browser that was signed in has been signed out.</Text>
        <RouteLink to="/login">Log in</RouteLink>
      </Entrance>
    );
  }
  return (
    <Entrance title="Choose a new password">
      <EntranceForm form={form} action="Change password" work={changePassword}>
        <NewPasswordField label="New password" {...form.text('/password')} />
      </EntranceForm>
      <RouteLink to="/password-reset" size="sm">
        Ask for another link
      </RouteLink>
    </Entrance>
  );
}
