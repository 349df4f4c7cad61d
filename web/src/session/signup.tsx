import { Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answered, api } from '../api/client';
import { useJsonForm } from '../ui/json-form';
import { RouteLink } from '../ui/link';
import { Entrance } from './entrance';
import { EmailField, EntranceForm, NewPasswordField } from './entrance-form';
import { sessionKey, useConfiguration } from './session';

export default function Signup() {
  const form = useJsonForm({ email: '', password: '', organization_name: '' });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const configuration = useConfiguration();
  const signUp = async ({ email, password, organization_name }: typeof form.values) => {
    const body = { email, password, organization_name };
    const session = await answered(api.POST('/dashboard/signup', { body }));
    queries.setQueryData(sessionKey, session);
    void navigate('/', { replace: true });
  };
  if (configuration?.signup === 'closed') return <SignupClosed />;
  return (
    <Entrance title="Sign up">
      <EntranceForm form={form} action="Sign up" work={signUp}>
        <EmailField {...form.text('/email')} />
        <NewPasswordField label="Password" {...form.text('/password')} />
        <TextInput
          label="Organization"
          description="The business that sends the invoices."
          autoComplete="organization"
          required
          withAsterisk={false}
          {...form.text('/organization_name')}
        />
      </EntranceForm>
      <Text size="sm">
        Already have an account? <RouteLink to="/login">Log in</RouteLink>
      </Text>
    </Entrance>
  );
}

function SignupClosed() {
  return (
    <Entrance title="Sign up">
      <Text>Sign-up is closed on this server. Ask whoever runs it for an account.</Text>
      <Text size="sm">
        <RouteLink to="/login">Log in</RouteLink>
      </Text>
    </Entrance>
  );
}
