import { Badge, Button, Card, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { answered, api } from '../api/client';
import { moment } from '../ui/formats';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { WebhookDeliveries } from './webhook-deliveries';
import { reasons } from './webhook-words';
import { useReloadWebhooks, type Webhook } from './webhooks-data';

export interface WebhookActions {
  readonly edit: (webhook: Webhook) => void;
  readonly rotate: (webhook: Webhook) => void;
  readonly remove: (webhook: Webhook) => void;
}

/** A webhook: where it goes, how it fares, what can be done with it, and what was sent. */
export function WebhookCard({ webhook, ...actions }: WebhookActions & { webhook: Webhook }) {
  const [open, { toggle, open: show }] = useDisclosure();
  return (
    <Card component="li" withBorder padding="md">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {webhook.url}
            {webhook.description !== null && (
              <Text component="span" display="block" size="sm" fw={400}>
                {webhook.description}
              </Text>
            )}
          </Text>
          <Badge variant={webhook.enabled ? undefined : 'default'} style={{ flexShrink: 0 }}>
            {webhook.enabled ? 'On' : 'Off'}
          </Badge>
        </Group>
        <Text size="sm" ff="monospace">
          {webhook.events.join(', ')}
        </Text>
        <State webhook={webhook} />
        <Actions webhook={webhook} {...actions} show={show} />
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          onClick={toggle}
          style={{ alignSelf: 'flex-start' }}
        >
          {open ? 'Hide' : 'Show'} what was sent<VisuallyHidden> to {webhook.url}</VisuallyHidden>
        </Button>
        {open && <WebhookDeliveries webhook={webhook} />}
      </Stack>
    </Card>
  );
}

function State({ webhook }: { webhook: Webhook }) {
  const { disabled_at: off, disabled_reason: reason, failing_since: failing } = webhook;
  const { previous_secret_until: until } = webhook;
  const lines = [
    off === null || reason === null ? '' : `Off since ${moment(off)}. ${reasons[reason]}`,
    off !== null || failing === null ? '' : `Every attempt has failed since ${moment(failing)}.`,
    until === null ? '' : `The old secret signs as well until ${moment(until)}.`,
  ].filter((line) => line !== '');
  return lines.map((line) => (
    <Text key={line} size="sm" c="dimmed">
      {line}
    </Text>
  ));
}

function Actions({
  webhook,
  edit,
  rotate,
  remove,
  show,
}: WebhookActions & { webhook: Webhook; show: () => void }) {
  const params = { path: { id: webhook.id } };
  const reload = useReloadWebhooks();
  const form = useJsonForm({});
  const test = useSubmit(form, async () => {
    await answered(api.POST('/dashboard/webhooks/{id}/test', { params }));
    await reload();
    show();
  });
  const turn = useSubmit(form, async () => {
    const body = { enabled: !webhook.enabled };
    await answered(api.PATCH('/dashboard/webhooks/{id}', { params, body }));
    await reload();
  });
  const named = (label: string) => (
    <>
      {label}
      <VisuallyHidden> {webhook.url}</VisuallyHidden>
    </>
  );
  const button = { variant: 'default', size: 'compact-sm' } as const;
  return (
    <>
      <ProblemAlert problem={form.problem} />
      <Group gap="xs">
        {webhook.enabled && (
          <Button {...button} loading={test.busy} onClick={test.submit}>
            {named('Send a test')}
          </Button>
        )}
        <Button
          {...button}
          onClick={() => {
            edit(webhook);
          }}
        >
          {named('Edit')}
        </Button>
        <Button
          {...button}
          onClick={() => {
            rotate(webhook);
          }}
        >
          {named('Rotate secret')}
        </Button>
        <Button {...button} loading={turn.busy} onClick={turn.submit}>
          {named(webhook.enabled ? 'Turn off' : 'Turn on')}
        </Button>
        <Button
          {...button}
          c="var(--mantine-color-error)"
          onClick={() => {
            remove(webhook);
          }}
        >
          {named('Delete')}
        </Button>
      </Group>
    </>
  );
}
