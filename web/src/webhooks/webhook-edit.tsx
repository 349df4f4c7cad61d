import { Button, Group, Stack } from '@mantine/core';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { WebhookFields } from './webhook-fields';
import { useReloadWebhooks, type Webhook, type WebhookRequest } from './webhooks-data';

/** A dialog that changes the address, the description or the events of a webhook. */
export function EditWebhook({
  webhook,
  close,
}: {
  webhook: Webhook | undefined;
  close: () => void;
}) {
  return (
    <Dialog opened={webhook !== undefined} onClose={close} title="Edit the webhook">
      {webhook && <EditForm webhook={webhook} close={close} />}
    </Dialog>
  );
}

function EditForm({ webhook, close }: { webhook: Webhook; close: () => void }) {
  const { id, url: formerUrl, events: formerEvents, description: former } = webhook;
  const form = useJsonForm<Partial<WebhookRequest>>({
    url: formerUrl,
    events: formerEvents,
    ...(former !== null && { description: former }),
  });
  const reload = useReloadWebhooks();
  const { busy, submit } = useSubmit(
    form,
    async ({ url = '', events = [], description = '' }: Partial<WebhookRequest>) => {
      const params = { path: { id } };
      const body = { url, events, description };
      await answered(api.PATCH('/dashboard/webhooks/{id}', { params, body }));
      await reload();
      close();
    },
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <WebhookFields form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
