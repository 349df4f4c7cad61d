import { Button, Card, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { LoadProblem } from '../ui/load-problem';
import { RouteLink } from '../ui/link';
import { Page } from '../ui/page';
import { type ApiKey, useApiKeys } from './api-keys-data';
import { DeadKeys } from './api-keys-dead';
import { EditKey } from './api-keys-edit';
import { GenerateKey } from './api-keys-generate';
import { KeyList } from './api-keys-list';
import { RotateKey } from './api-keys-rotate';
import { RevokeKey } from './api-keys-revoke';
import { RevokeAll } from './api-keys-revoke-all';
import { KeyUsage } from './api-keys-usage';
import { requestsByKey, useKeyTraffic } from './api-keys-usage-data';

export default function ApiKeys() {
  const { data: keys, error, refetch } = useApiKeys();
  const [generating, generate] = useDisclosure();
  const [revokingAll, revokeAll] = useDisclosure();
  const { data: traffic } = useKeyTraffic();
  const [edited, setEdited] = useState<ApiKey>();
  const [rotated, setRotated] = useState<ApiKey>();
  const [revoked, setRevoked] = useState<ApiKey>();
  const active = keys?.filter(({ status }) => status === 'active').length ?? 0;
  return (
    <Page
      title="API Keys"
      actions={
        <Group gap="sm">
          {(keys === undefined || active > 0) && (
            // It has its place from the start, or the page would move when the keys arrive.
            <Button variant="default" onClick={revokeAll.open} disabled={keys === undefined}>
              Revoke all
            </Button>
          )}
          <Button onClick={generate.open}>Generate New Key</Button>
        </Group>
      }
    >
      <Stack>
        <Text c="dimmed">
          With a key your own software makes invoices for this account. What you do here in the
          dashboard needs none.{' '}
          <RouteLink to="/help/api-keys-help" underline="always">
            API Keys Help
          </RouteLink>
        </Text>
        {keys === undefined ? (
          error === null ? (
            <Skeleton h={180} />
          ) : (
            <LoadProblem error={error} retry={() => void refetch()} />
          )
        ) : keys.length === 0 ? (
          <NoKeys />
        ) : (
          <>
            <DeadKeys keys={keys} />
            <KeyList
              keys={keys}
              requests={requestsByKey(traffic)}
              edit={setEdited}
              rotate={setRotated}
              revoke={setRevoked}
            />
            {traffic === undefined ? (
              <Skeleton h={330} />
            ) : (
              <KeyUsage keys={keys} traffic={traffic} />
            )}
          </>
        )}
      </Stack>
      <GenerateKey opened={generating} close={generate.close} />
      <EditKey
        apiKey={edited}
        close={() => {
          setEdited(undefined);
        }}
      />
      <RotateKey
        apiKey={rotated}
        close={() => {
          setRotated(undefined);
        }}
      />
      <RevokeKey
        apiKey={revoked}
        close={() => {
          setRevoked(undefined);
        }}
      />
      <RevokeAll opened={revokingAll} close={revokeAll.close} active={active} />
    </Page>
  );
}

function NoKeys() {
  return (
    <Card withBorder padding="lg">
      <Stack gap="xs">
        <Text fw={600}>No keys yet</Text>
        <Text>
          Generate one for each system that makes invoices, such as your shop or your CRM. The key
          is shown once; the system sends it with every request. If it ever leaks, revoke it here
          and the others go on working.
        </Text>
      </Stack>
    </Card>
  );
}
