import { Text } from '@mantine/core';
import { answered, api } from '../api/client';
import { Dialog } from '../ui/dialog';
import { Question } from '../ui/question';
import { useReloadWebhooks, type Webhook } from './webhooks-data';

/** Asks before a webhook goes with everything that was sent to it. */
export function DeleteWebhook({
  webhook,
  close,
}: {
  webhook: Webhook | undefined;
  close: () => void;
}) {
  const reload = useReloadWebhooks();
  const work = async () => {
    const params = { path: { id: webhook?.id ?? '' } };
    await answered(api.DELETE('/dashboard/webhooks/{id}', { params }));
    close();
    await reload();
  };
  return (
    <Dialog opened={webhook !== undefined} onClose={close} title="Delete the webhook">
      <Question action="Delete" work={work} close={close}>
        <Text style={{ overflowWrap: 'anywhere' }}>
          Nothing is sent to {webhook?.url} any more. What was on its way there is dropped, and the
          list of what was sent goes too.
        </Text>
      </Question>
    </Dialog>
  );
}
