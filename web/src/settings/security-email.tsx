import { Alert, Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { type components } from '../api/schema';
import { sessionKey, useConfiguration } from '../session/session';
import { moment } from '../ui/formats';
import { useJsonForm } from '../ui/json-form';
import { LoadProblem } from '../ui/load-problem';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { sessionsKey } from './security-sessions-data';

type EmailState = components['schemas']['LoginEmailDto'];

const emailKey = ['email'];

/** The mail address to sign in with, the one that waits for its confirmation, and the form for another one. */
export function ChangeEmail() {
  const { data, error, refetch } = useQuery({
    queryKey: emailKey,
    queryFn: () => answered(api.GET('/dashboard/email')),
    // The link may have been used in another browser.
    staleTime: 0,
  });
  if (data === undefined) {
    if (error !== null) return <LoadProblem error={error} retry={() => void refetch()} />;
    return <Skeleton h={150} />;
  }
  return (
    <Stack maw={420}>
      <Text style={{ overflowWrap: 'anywhere' }}>
        You sign in with <strong>{data.email}</strong>.
      </Text>
      <Waiting state={data} />
      <NewEmail />
    </Stack>
  );
}

/** Asks for an address and keeps what the screens know of it. */
function usePutEmail() {
  const queries = useQueryClient();
  return async (email: string): Promise<EmailState> => {
    const state = await answered(api.PUT('/dashboard/email', { body: { email } }));
    queries.setQueryData(emailKey, state);
    await Promise.all(
      [sessionKey, sessionsKey].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
    return state;
  };
}

function Waiting({ state: { email, waiting_email: next, waiting_until: until } }: WaitingProps) {
  const putEmail = usePutEmail();
  const form = useJsonForm({});
  const { busy, submit } = useSubmit(form, async () => {
    await putEmail(email);
  });
  if (next === null || until === null) return null;
  return (
    <Alert title="Waiting for confirmation" role="status">
      <Stack gap="sm" align="flex-start">
        <ProblemAlert problem={form.problem} />
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          Open the link in the mail to {next}. It works until {moment(until)}; nothing changes
          before.
        </Text>
        <Button variant="default" size="xs" loading={busy} onClick={submit}>
          Keep the present address
        </Button>
      </Stack>
    </Alert>
  );
}

interface WaitingProps {
  readonly state: EmailState;
}

function NewEmail() {
  const configuration = useConfiguration();
  const putEmail = usePutEmail();
  const form = useJsonForm({ email: '' });
  const { busy, submit } = useSubmit(form, async ({ email }) => {
    const { waiting_email: waiting } = await putEmail(email);
    form.replace({ email: '' });
    if (waiting === null) notifications.show({ message: 'Your mail address is changed.' });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <TextInput
          label="New mail address"
          type="email"
          autoComplete="email"
          {...form.text('/email')}
        />
        <Text size="sm" c="dimmed">
          {configuration?.mail === true &&
            'It is changed once you have opened the link mailed to it. '}
          Changing it signs you out in every other browser. API keys go on working.
        </Text>
        <Group>
          <Button type="submit" loading={busy}>
            Change mail address
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
