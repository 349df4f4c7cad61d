import { Anchor, Text } from '@mantine/core';
import { SecretText, ShownOnce } from '../ui/shown-once';
import { type IssuedWebhook } from './webhooks-data';

interface WebhookSecretProps {
  readonly issued: IssuedWebhook;
  readonly onStored: () => void;
}

/** The only sight of a webhook's secret. */
export function WebhookSecret({ issued, onStored }: WebhookSecretProps) {
  return (
    <ShownOnce
      lead={
        <Text style={{ overflowWrap: 'anywhere' }}>
          Messages to {issued.url} are signed with this secret. This is the only time it is shown:
          store it where your server reads its secrets.
        </Text>
      }
      secret={<SecretText label="Secret" text={issued.secret} copyLabel="Copy secret" />}
      warning="Store the secret before you leave this page. It cannot be shown again."
      stored="I have stored it"
      onStored={onStored}
    >
      <Text size="sm">
        <Anchor href="/help/webhooks#verify" target="_blank" inherit underline="always">
          How to check the signature
        </Anchor>
      </Text>
    </ShownOnce>
  );
}
