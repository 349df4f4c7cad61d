import { Button, Card, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { RouteLink } from '../ui/link';
import { LoadProblem } from '../ui/load-problem';
import { Page } from '../ui/page';
import { AddWebhook } from './webhook-add';
import { WebhookCard } from './webhook-card';
import { DeleteWebhook } from './webhook-delete';
import { EditWebhook } from './webhook-edit';
import { RotateSecret } from './webhook-rotate';
import { useWebhooks, type Webhook } from './webhooks-data';

export default function Webhooks() {
  const { data: webhooks, error, refetch } = useWebhooks();
  const [adding, add] = useDisclosure();
  const [edited, edit] = useState<Webhook>();
  const [rotated, rotate] = useState<Webhook>();
  const [removed, remove] = useState<Webhook>();
  return (
    <Page title="Webhooks" width={900} actions={<Button onClick={add.open}>Add webhook</Button>}>
      <Stack>
        <Text c="dimmed">
          Finvo tells your server when something happens to an invoice, with a signed message.{' '}
          <RouteLink to="/help/webhooks" underline="always">
            How webhooks work
          </RouteLink>
        </Text>
        {webhooks === undefined ? (
          error === null ? (
            <Skeleton h={180} />
          ) : (
            <LoadProblem error={error} retry={() => void refetch()} />
          )
        ) : webhooks.length === 0 ? (
          <NoWebhooks />
        ) : (
          <Stack component="ul" m={0} p={0} aria-label="Webhooks" style={{ listStyle: 'none' }}>
            {webhooks.map((webhook) => (
              <WebhookCard
                key={webhook.id}
                webhook={webhook}
                edit={edit}
                rotate={rotate}
                remove={remove}
              />
            ))}
          </Stack>
        )}
      </Stack>
      <AddWebhook opened={adding} close={add.close} />
      <EditWebhook
        webhook={edited}
        close={() => {
          edit(undefined);
        }}
      />
      <RotateSecret
        webhook={rotated}
        close={() => {
          rotate(undefined);
        }}
      />
      <DeleteWebhook
        webhook={removed}
        close={() => {
          remove(undefined);
        }}
      />
    </Page>
  );
}

function NoWebhooks() {
  return (
    <Card withBorder padding="lg">
      <Stack gap="xs">
        <Text fw={600}>No webhooks yet</Text>
        <Text>
          Add the address of your own server, such as your shop or your bookkeeping. It is told of
          every invoice that is issued or mailed, and told again for three days when it is away.
        </Text>
      </Stack>
    </Card>
  );
}
