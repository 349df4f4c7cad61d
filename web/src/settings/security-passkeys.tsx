import { Box, Group, Skeleton, Stack, Text } from '@mantine/core';
import { FingerPrintIcon } from '@heroicons/react/24/outline';
import { hasPasskeys } from '../api/passkeys';
import { useConfiguration } from '../session/session';
import { moment } from '../ui/formats';
import { LoadProblem } from '../ui/load-problem';
import { AddPasskey } from './security-passkeys-add';
import { type Passkey, usePasskeys } from './security-passkeys-data';
import { RemovePasskey } from './security-passkeys-remove';

/** The passkeys that log the person in, and the ways to add and remove them. */
export function Passkeys() {
  const { data: passkeys, error, refetch } = usePasskeys();
  const configuration = useConfiguration();
  if (passkeys === undefined) {
    if (error !== null) return <LoadProblem error={error} retry={() => void refetch()} />;
    return <Skeleton h={100} />;
  }
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        A passkey logs you in with your finger, your face or a PIN, without a password and a code.
        It works on this site only, so no false page can steal it.
      </Text>
      {passkeys.length > 0 && (
        <Stack
          component="ul"
          gap={0}
          m={0}
          p={0}
          aria-label="Passkeys"
          style={{ listStyle: 'none' }}
        >
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </Stack>
      )}
      {hasPasskeys(configuration) ? (
        <AddPasskey />
      ) : (
        <Text size="sm">Browsers have passkeys only over https, at an address with a name.</Text>
      )}
    </Stack>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { name, created_at: createdAt, last_used_at: lastUsedAt } = passkey;
  return (
    <Group
      component="li"
      justify="space-between"
      align="flex-start"
      py="sm"
      style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      <Group gap="sm" wrap="nowrap" align="flex-start" miw={0}>
        <FingerPrintIcon width={24} aria-hidden="true" style={{ flex: 'none' }} />
        <Box miw={0}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <Text size="sm">
            {typeof lastUsedAt === 'string' ? `Last used ${moment(lastUsedAt)}` : 'Never used'}
          </Text>
          <Text size="sm" c="dimmed">
            Added {moment(createdAt)}
          </Text>
        </Box>
      </Group>
      <RemovePasskey passkey={passkey} />
    </Group>
  );
}
