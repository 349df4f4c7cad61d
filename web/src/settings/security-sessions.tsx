import { Badge, Box, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { ComputerDesktopIcon, DevicePhoneMobileIcon } from '@heroicons/react/24/outline';
import { notifications } from '@mantine/notifications';
import { asProblem } from '../api/problem';
import { moment } from '../ui/formats';
import { LoadProblem } from '../ui/load-problem';
import { deviceName, isHandheld } from './security-device';
import { type OpenSession, useEndSession, useSessions } from './security-sessions-data';
import { SignOutEverywhere } from './security-sign-out';

/** The browsers in which the person is signed in, and the way to sign them out. */
export function Sessions() {
  const { data: sessions, error, refetch } = useSessions();
  if (sessions === undefined) {
    if (error !== null) return <LoadProblem error={error} retry={() => void refetch()} />;
    return <Skeleton h={150} />;
  }
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        If you do not know one of these, sign it out and change your password.
      </Text>
      <Stack component="ul" gap={0} m={0} p={0} aria-label="Sessions" style={{ listStyle: 'none' }}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </Stack>
      <Group>
        <SignOutEverywhere />
      </Group>
    </Stack>
  );
}

function SessionRow({ session }: { session: OpenSession }) {
  const { current, user_agent: userAgent, ip } = session;
  const Icon = isHandheld(userAgent) ? DevicePhoneMobileIcon : ComputerDesktopIcon;
  const name = deviceName(userAgent);
  const since = `Signed in ${moment(session.created_at)}`;
  return (
    <Group
      component="li"
      justify="space-between"
      align="flex-start"
      py="sm"
      style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      <Group gap="sm" wrap="nowrap" align="flex-start" miw={0}>
        <Icon width={24} aria-hidden="true" style={{ flex: 'none' }} />
        <Box miw={0}>
          <Group gap="xs">
            <Text fw={600} style={{ overflowWrap: 'anywhere' }} title={userAgent ?? undefined}>
              {name}
            </Text>
            {current && <Badge tt="none">This browser</Badge>}
          </Group>
          <Text size="sm">Last used {moment(session.last_seen_at)}</Text>
          <Text size="sm" c="dimmed">
            {ip === null ? since : `${since} from ${ip}`}
          </Text>
        </Box>
      </Group>
      {!current && <EndButton session={session} name={name} />}
    </Group>
  );
}

function EndButton({ session, name }: { session: OpenSession; name: string }) {
  const { mutate, isPending } = useEndSession();
  const end = () => {
    mutate(session.id, {
      onSuccess: () => {
        notifications.show({ message: `${name} is signed out.` });
      },
      onError: (error) => {
        notifications.show({ color: 'red', message: asProblem(error).message });
      },
    });
  };
  return (
    <Button
      variant="default"
      size="xs"
      ml={{ base: 36, xs: 0 }}
      loading={isPending}
      aria-label={`Sign out ${name}`}
      onClick={end}
    >
      Sign out
    </Button>
  );
}
