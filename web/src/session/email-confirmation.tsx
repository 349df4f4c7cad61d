import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { answered, api } from '../api/client';
import { useJsonForm } from '../ui/json-form';
import { RouteLink } from '../ui/link';
import { Entrance } from './entrance';
import { EntranceForm } from './entrance-form';

/**
 * Confirms a new mail address with the token in the fragment: by a button, because programs that look at
 * mails open their links.
 */
export default function EmailConfirmation() {
  const token = new URLSearchParams(useLocation().hash.slice(1)).get('token') ?? '';
  const form = useJsonForm({ token });
  const queries = useQueryClient();
  const [done, setDone] = useState(false);
  const confirm = async (body: typeof form.values) => {
    await answered(api.POST('/dashboard/email/confirm', { body }));
    // Nothing that was read before the change is shown after it.
    queries.clear();
    setDone(true);
  };
  if (done) {
    return (
      <Entrance title="Your mail address is changed">
        <Text role="status">
          From now on, sign in with this address. Every other browser has been signed out.
        </Text>
        <RouteLink to="/">Go to the dashboard</RouteLink>
      </Entrance>
    );
  }
  return (
    <Entrance title="Confirm your mail address">
      <Text>From then on, you sign in to Finvo with the address that this link was mailed to.</Text>
      <EntranceForm form={form} action="Confirm this address" work={confirm}>
        {null}
      </EntranceForm>
      <RouteLink to="/settings/security" size="sm">
        Back to Settings
      </RouteLink>
    </Entrance>
  );
}
