import { Box, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { ArrowDownTrayIcon } from '@heroicons/react/24/outline';
import { useSignedIn } from '../session/session';
import { moment } from '../ui/formats';
import { LoadProblem } from '../ui/load-problem';
import { type AuditEntry, useAuditLog } from './security-audit-data';
import { auditSentence } from './security-audit-sentence';
import { deviceName } from './security-device';

/** What happened in the account, newest first, with the way to older events and to the whole as a file. */
export function AuditLog() {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useAuditLog();
  if (data === undefined) {
    if (error !== null) return <LoadProblem error={error} retry={() => void refetch()} />;
    return <Skeleton h={320} />;
  }
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        Log-ins and changes to keys, organization and password. Nobody can change or delete a line.
      </Text>
      <Stack
        component="ul"
        gap={0}
        m={0}
        p={0}
        aria-label="Audit log"
        style={{ listStyle: 'none' }}
      >
        {data.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </Stack>
      {error !== null && <LoadProblem error={error} retry={() => void fetchNextPage()} />}
      <Group>
        {hasNextPage && (
          <Button
            variant="default"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            Load more
          </Button>
        )}
        <Button
          component="a"
          href="/dashboard/audit-log/csv"
          download
          variant="default"
          leftSection={<ArrowDownTrayIcon width={18} aria-hidden="true" />}
        >
          Export CSV
        </Button>
      </Group>
    </Stack>
  );
}

function AuditRow({ entry }: { entry: AuditEntry }) {
  const { user } = useSignedIn();
  const { at, ip, user_agent: userAgent } = entry;
  const place = ip === null ? [] : [`from ${ip}`, deviceName(userAgent)];
  return (
    <Box
      component="li"
      py="xs"
      style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      <Text style={{ overflowWrap: 'anywhere' }}>{auditSentence(entry, user.id)}</Text>
      <Text size="sm" c="dimmed" title={userAgent ?? undefined}>
        {[moment(at), ...place].join(' · ')}
      </Text>
    </Box>
  );
}
