import { Badge, Button, Group, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import { answered, api } from '../api/client';
import { moment } from '../ui/formats';
import { useJsonForm } from '../ui/json-form';
import { LoadProblem } from '../ui/load-problem';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { outcome } from './webhook-words';
import { type Delivery, useDeliveries, useReloadWebhooks, type Webhook } from './webhooks-data';

/** What was sent to a webhook in the last 30 days, newest first, and the way to send it again. */
export function WebhookDeliveries({ webhook }: { webhook: Webhook }) {
  const { data: deliveries, error, refetch } = useDeliveries(webhook.id);
  if (deliveries === undefined) {
    return error === null ? (
      <Skeleton h={60} />
    ) : (
      <LoadProblem error={error} retry={() => void refetch()} />
    );
  }
  if (deliveries.length === 0) return <Text size="sm">Nothing was sent in the last 30 days.</Text>;
  return (
    <Stack
      component="ul"
      gap="sm"
      m={0}
      p={0}
      aria-label={`Sent to ${webhook.url}`}
      style={{ listStyle: 'none' }}
    >
      {deliveries.map((delivery) => (
        <DeliveryItem key={delivery.id} webhook={webhook} delivery={delivery} />
      ))}
    </Stack>
  );
}

function DeliveryItem({ webhook, delivery }: { webhook: Webhook; delivery: Delivery }) {
  const { event, attempts, created_at: at, next_attempt_at: next } = delivery;
  const form = useJsonForm({});
  const reload = useReloadWebhooks();
  const { busy, submit } = useSubmit(form, async () => {
    const params = { path: { id: webhook.id, deliveryId: delivery.id } };
    await answered(api.POST('/dashboard/webhooks/{id}/deliveries/{deliveryId}/resend', { params }));
    await reload();
  });
  return (
    <li>
      <Group justify="space-between" gap="xs" align="flex-start">
        <div style={{ minWidth: 0, flex: '1 1 14rem' }}>
          <Group gap="xs">
            <Text component="code" size="sm" ff="monospace">
              {event}
            </Text>
            <Status status={delivery.status} />
          </Group>
          <Text size="xs" c="dimmed">
            {moment(at)} · {outcome(delivery)}
            {attempts > 1 && ` · ${attempts} attempts`}
            {next !== null && attempts > 0 && ` · next ${moment(next)}`}
          </Text>
        </div>
        {webhook.enabled && (
          <Button variant="default" size="compact-sm" loading={busy} onClick={submit}>
            Resend
            <VisuallyHidden>
              {' '}
              {event} of {moment(at)}
            </VisuallyHidden>
          </Button>
        )}
      </Group>
      <ProblemAlert problem={form.problem} />
    </li>
  );
}

function Status({ status }: Pick<Delivery, 'status'>) {
  if (status === 'delivered') return <Badge>Delivered</Badge>;
  return status === 'queued' ? (
    <Badge variant="default">Queued</Badge>
  ) : (
    <Badge variant="outline" color="red" c="var(--mantine-color-text)">
      Failed
    </Badge>
  );
}
