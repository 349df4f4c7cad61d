import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { answered, api } from '../api/client';
import { moment } from '../ui/formats';
import { Dialog } from '../ui/dialog';
import { useJsonForm } from '../ui/json-form';
import { ProblemAlert } from '../ui/problem-alert';
import { useSubmit } from '../ui/use-submit';
import { type ApiKey, useReloadApiKeys } from './api-keys-data';

/** A dialog that says what stops working before a key is revoked. */
export function RevokeKey({ apiKey, close }: { apiKey: ApiKey | undefined; close: () => void }) {
  return (
    <Dialog opened={apiKey !== undefined} onClose={close} title="Revoke the API key">
      {apiKey && <RevokeForm apiKey={apiKey} close={close} />}
    </Dialog>
  );
}

function RevokeForm({ apiKey, close }: { apiKey: ApiKey; close: () => void }) {
  const form = useJsonForm({});
  const reload = useReloadApiKeys();
  const { busy, submit } = useSubmit(form, async () => {
    const params = { path: { id: apiKey.id } };
    await answered(api.POST('/dashboard/keys/{id}/revoke', { params }));
    await reload();
    close();
    notifications.show({ message: `“${apiKey.name}” is revoked.` });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={form.problem} />
        <Text style={{ overflowWrap: 'anywhere' }}>
          “{apiKey.name}” (<code>{apiKey.obscured}</code>) {lastUse(apiKey)}
        </Text>
        <Text>
          Everything that uses this key stops working at once: its requests are refused with 401. A
          revoked key cannot be brought back. Invoices made with it stay as they are.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Cancel
          </Button>
          <Button type="submit" color="red.9" loading={busy}>
            Revoke
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function lastUse({ last_used_at: at, last_used_ip: ip }: ApiKey): string {
  if (at === null) return 'was never used.';
  return `was last used on ${moment(at)}${ip === null ? '' : ` from ${ip}`}.`;
}
