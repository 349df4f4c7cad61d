import { Alert, Text } from '@mantine/core';
import { ExclamationTriangleIcon } from '@heroicons/react/24/outline';
import { moment } from '../ui/formats';
import { dayMs } from '../ui/durations';
import { type ApiKey } from './api-keys-data';

const newsMs = 30 * dayMs;

/** Says which keys are still tried although they were revoked or have expired. */
export function DeadKeys({ keys }: { keys: readonly ApiKey[] }) {
  return keys.map((apiKey) => {
    const { id, name, status, last_refused_at: at, last_refused_ip: ip } = apiKey;
    if (at === null || status === 'active' || Date.now() - Date.parse(at) > newsMs) return null;
    const state = status === 'revoked' ? 'revoked' : 'expired';
    return (
      <Alert key={id} color="yellow" variant="light" icon={<ExclamationTriangleIcon width={20} />}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          The {state} key “{name}” is still used
        </Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          Last on {moment(at)}
          {ip !== null && ` from ${ip}`}
          {apiKey.last_refused_user_agent !== null && ` by ${apiKey.last_refused_user_agent}`}. Its
          requests are refused; whoever sends them needs a new key.
        </Text>
      </Alert>
    );
  });
}
