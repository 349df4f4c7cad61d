import { answered, api } from '../api/client';
import { IssueOnce } from '../ui/issue-once';
import { WebhookFields } from './webhook-fields';
import { WebhookSecret } from './webhook-secret';
import { allEvents } from './webhook-words';
import { type IssuedWebhook, useReloadWebhooks, type WebhookRequest } from './webhooks-data';

const initial: Partial<WebhookRequest> = { events: [...allEvents] };

/** Asks for an address and events, and shows the secret of the new webhook once. */
export function AddWebhook({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <IssueOnce<Partial<WebhookRequest>, IssuedWebhook>
      opened={opened}
      close={close}
      title="Add a webhook"
      issuedTitle="The secret of your webhook"
      button="Add"
      initial={initial}
      send={({ url = '', events = [], ...more }) =>
        answered(api.POST('/dashboard/webhooks', { body: { url, events, ...more } }))
      }
      reload={useReloadWebhooks()}
      fields={(form) => <WebhookFields form={form} />}
      shown={(issued, onStored) => <WebhookSecret issued={issued} onStored={onStored} />}
    />
  );
}
