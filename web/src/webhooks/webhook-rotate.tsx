import { Text } from '@mantine/core';
import { answered, api } from '../api/client';
import { IssueOnce } from '../ui/issue-once';
import { WebhookSecret } from './webhook-secret';
import { type IssuedWebhook, useReloadWebhooks, type Webhook } from './webhooks-data';

interface RotateSecretProps {
  readonly webhook: Webhook | undefined;
  readonly close: () => void;
}

/** Replaces the secret of a webhook; the old one signs as well for a day. */
export function RotateSecret({ webhook, close }: RotateSecretProps) {
  const params = { path: { id: webhook?.id ?? '' } };
  return (
    <IssueOnce<object, IssuedWebhook>
      opened={webhook !== undefined}
      close={close}
      title="Rotate the secret"
      issuedTitle="The new secret of your webhook"
      button="Rotate"
      initial={{}}
      send={() => answered(api.POST('/dashboard/webhooks/{id}/rotate-secret', { params }))}
      reload={useReloadWebhooks()}
      fields={() => (
        <Text style={{ overflowWrap: 'anywhere' }}>
          A new secret takes the place of the one for {webhook?.url}. For 24 hours every message
          carries a signature of each, so that nothing is refused while you change over.
        </Text>
      )}
      shown={(issued, onStored) => <WebhookSecret issued={issued} onStored={onStored} />}
    />
  );
}
