import { Badge, Stack, Text } from '@mantine/core';
import { moment } from '../ui/formats';
import { dayMs } from '../ui/durations';
import { type ApiKey } from './api-keys-data';

/** From how many days before its expiry on a key says so loudly. */
const soonDays = 14;

/** Both ends of a key. */
export function Obscured({ apiKey: { obscured } }: { apiKey: ApiKey }) {
  return (
    <Text component="code" size="sm" ff="monospace" style={{ whiteSpace: 'nowrap' }}>
      {obscured}
    </Text>
  );
}

/** The name of a key, with its note. */
export function Name({ apiKey: { name, note } }: { apiKey: ApiKey }) {
  return (
    <>
      {name}
      {note !== null && (
        <Text component="span" display="block" size="xs" c="dimmed" fw={400}>
          {note}
        </Text>
      )}
    </>
  );
}

/** When, from where and by what a key was last used, and how often in the last 90 days. */
export function LastUse({ apiKey, requests }: { apiKey: ApiKey; requests: number }) {
  const { last_used_at: at, last_used_ip: ip, last_used_user_agent: agent } = apiKey;
  if (at === null) return 'never';
  const client = agent === null ? '' : ` by ${agent.split(' ', 1)[0] ?? ''}`;
  const details = [
    ip === null ? '' : `from ${ip}${client}`,
    requests === 0
      ? ''
      : `${requests.toLocaleString()} ${requests === 1 ? 'request' : 'requests'} in 90 days`,
  ];
  return (
    <>
      {moment(at)}
      {details.map((detail) =>
        detail === '' ? null : (
          <Text
            key={detail}
            component="span"
            display="block"
            size="xs"
            c="dimmed"
            title={agent ?? ''}
          >
            {detail}
          </Text>
        ),
      )}
    </>
  );
}

/** Whether a key works, until when, and by what it is being replaced. */
export function Status({ apiKey }: { apiKey: ApiKey }) {
  const { status, expires_at: expires, revoked_at: revoked, replaced_by: successor } = apiKey;
  const since = status === 'revoked' ? revoked : expires;
  return (
    <Stack gap={2} align="flex-start" style={{ flexShrink: 0 }}>
      {status === 'active' ? (
        <Badge>Active</Badge>
      ) : (
        <Badge variant="default">{status === 'revoked' ? 'Revoked' : 'Expired'}</Badge>
      )}
      {status === 'active' && expires !== null && isSoon(expires) && (
        <Badge variant="outline" color="yellow" c="var(--mantine-color-text)">
          {daysLeft(expires)}
        </Badge>
      )}
      {since !== null && (
        <Text size="xs" c="dimmed">
          {status === 'active' && (successor === null ? 'until ' : 'replaced, works until ')}
          {moment(since)}
        </Text>
      )}
    </Stack>
  );
}

function isSoon(expires: string): boolean {
  return Date.parse(expires) - Date.now() <= soonDays * dayMs;
}

function daysLeft(expires: string): string {
  const days = Math.max(1, Math.ceil((Date.parse(expires) - Date.now()) / dayMs));
  return days === 1 ? 'Expires within a day' : `Expires in ${days} days`;
}
